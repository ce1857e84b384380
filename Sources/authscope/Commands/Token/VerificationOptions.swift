import ArgumentParser
import Ledger
import ScenarioFiles
import Tokens

/// What is asked of a token. Strict without options: each relaxation has a name of its own.
struct VerificationOptions: ParsableArguments {
  @Option(
    name: .customLong("alg"),
    help: ArgumentHelp(
      "An algorithm that is accepted. Repeatable, or a list with commas. Required, unless every "
        + "key declares its own: a token's header never chooses.", valueName: "name"))
  var algorithms: [String] = []

  @Option(name: .customLong("iss"), help: ArgumentHelp("The issuer expected.", valueName: "text"))
  var issuer: String?

  @Option(
    name: .customLong("aud"),
    help: ArgumentHelp("A name by which you go; aud must hold one. Repeatable.", valueName: "text"))
  var audience: [String] = []

  @Option(name: .customLong("sub"), help: ArgumentHelp("The subject expected.", valueName: "text"))
  var subject: String?

  @Option(help: ArgumentHelp("The nonce that was sent.", valueName: "text"))
  var nonce: String?

  @Option(
    name: .customLong("typ"),
    help: ArgumentHelp("The kind of token expected (at+jwt). Repeatable.", valueName: "type"))
  var types: [String] = []

  @Option(
    help: ArgumentHelp(
      "The access token that came along; its hash must be at_hash.", valueName: "token"))
  var accessToken: String?

  @Option(
    help: ArgumentHelp("By how much clocks may differ: 60, 2m.", valueName: "span"))
  var leeway = "0"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Judge as of this moment: \(Moment.forms).", valueName: "time"))
  var at: String?

  @Flag(help: "Refuse an iat in the future, as OpenID Connect and DPoP do.")
  var strictIat = false

  @Flag(name: .customLong("no-exp"), help: "Accept a token without exp.")
  var allowsMissingExpiry = false

  @Flag(help: "Accept a token whoever it is for.")
  var anyAud = false

  @Flag(help: "Accept a key that is too short for the algorithm.")
  var weakKey = false

  @Flag(help: "A JWS of anything: verify the signature, and judge no claims.")
  var jws = false

  @Option(
    help: ArgumentHelp("The payload of a detached JWS; means --jws.", valueName: "file"))
  var payload: String?

  var isMessage: Bool { jws || payload != nil }

  /// The policy for the keys; `issuer` is that of `--issuer`.
  func policy(_ ring: KeyRing, issuer discovered: String?) throws(Failure) -> VerificationPolicy {
    var policy = VerificationPolicy(
      .pinned(try AlgorithmChoice(algorithms).algorithms(for: ring.keys)), keys: ring.set)
    policy.payload = isMessage ? .anything : .claims
    policy.types = types.isEmpty ? nil : types
    policy.issuer = issuer ?? discovered
    policy.audience = audience.isEmpty ? nil : audience
    policy.subject = subject
    policy.nonce = nonce
    policy.accessToken = accessToken
    policy.requiresExpiry = !allowsMissingExpiry
    policy.refusesFutureIssue = strictIat
    policy.leeway = try TimeOptions.leeway(leeway)
    policy.waived = waivers
    return policy
  }

  /// The options that relax a check, with what they relax.
  var relaxations: [(option: String, check: CheckID)] {
    var found: [(String, CheckID)] = []
    if allowsMissingExpiry { found.append(("--no-exp", TokenCheck.notExpired.id)) }
    if anyAud { found.append(("--any-aud", TokenCheck.audience.id)) }
    if weakKey { found.append(("--weak-key", TokenCheck.keyStrength.id)) }
    return found
  }

  private var waivers: [CheckID: Waiver] {
    var waived: [CheckID: Waiver] = [:]
    if anyAud { waived[TokenCheck.audience.id] = .caller("you said --any-aud") }
    if weakKey { waived[TokenCheck.keyStrength.id] = .caller("you said --weak-key") }
    return waived
  }

  /// Told before any key is read or fetched.
  func refuseContradictions(_ discovered: String?) throws(Failure) {
    if let issuer, let discovered, Array(issuer.utf8) != Array(discovered.utf8) {
      throw Failure(
        "--iss \(issuer) and --issuer \(discovered) are two issuers: the keys of one say nothing "
          + "about the tokens of the other. Leave out --iss, or name the keys by --jwks.")
    }
    if anyAud, !audience.isEmpty {
      throw Failure("--any-aud and --aud contradict each other: leave one out.")
    }
    guard isMessage, let option = claimOption else { return }
    throw Failure(
      "\(option) is about claims, and with --\(jws ? "jws" : "payload") no claims are judged: "
        + "leave one out.")
  }

  private var claimOption: String? {
    if issuer != nil { return "--iss" }
    if !audience.isEmpty { return "--aud" }
    if subject != nil { return "--sub" }
    if nonce != nil { return "--nonce" }
    if accessToken != nil { return "--access-token" }
    if strictIat { return "--strict-iat" }
    if allowsMissingExpiry { return "--no-exp" }
    return anyAud ? "--any-aud" : nil
  }
}
