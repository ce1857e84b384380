import ArgumentParser
import Tokens
import Wire

/// What a key is to say about itself.
struct KeyTraits: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The one algorithm that the key is for: ES256, RSA-OAEP-256, A128GCM.", valueName: "name"))
  var alg: String?

  @Option(help: ArgumentHelp("What the key is for: sig or enc.", valueName: "use"))
  var use: String?

  @Option(
    help: ArgumentHelp("The key's name; \"thumbprint\" for that of RFC 7638.", valueName: "id"))
  var kid: String?

  /// The key with these traits, and its own where none is given. A key that declares what it
  /// cannot do is refused here, because every verifier would.
  func applied(to key: JWK) throws(Failure) -> JWK {
    if let use, use != "sig", use != "enc" {
      throw Failure("--use \(use): a key is for sig or for enc (RFC 7517 4.2).")
    }
    var key = key
    key.algorithm = alg ?? key.algorithm
    key.use = use ?? key.use
    if let alg {
      let algorithm = try AlgorithmNames.declared(alg)
      if let misfit = algorithm.misfit(of: key) {
        throw Failure("--alg \(alg) does not fit the key: \(misfit.sentence).")
      }
    }
    if let kid {
      key.id = kid == "thumbprint" ? Base64.url(try Thumbprint.bytes(of: key)) : kid
    }
    return key
  }
}
