import Tokens
import Wire

/// The algorithms that the caller accepts: named, or declared by the caller's own keys. The token
/// has no say (RFC 8725 3.1).
struct AlgorithmChoice {
  /// As typed: names, or lists with commas.
  private let names: [String]

  init(_ arguments: [String]) {
    names = arguments.flatMap { $0.split(separator: ",").map { InputText.trimmed(String($0)) } }
  }

  func algorithms(for keys: [JWK]) throws(Failure) -> [SignatureAlgorithm] {
    guard names.isEmpty else {
      var chosen: [SignatureAlgorithm] = []
      for name in names { chosen.append(try Self.algorithm(name)) }
      return chosen
    }
    let signing = keys.filter { $0.use.map { $0.hasSameBytes(as: "sig") } ?? true }
    if let silent = signing.first(where: { $0.algorithm == nil }) {
      throw Failure(
        "Name the algorithms that you accept by --alg: \(silent.label) declares none, and the "
          + "token's header must not choose (RFC 8725 3.1).\(Self.suggestion(for: silent))")
    }
    let declared = SignatureAlgorithm.allCases.filter { algorithm in
      signing.contains { algorithm.misfit(of: $0) == nil }
    }
    guard !declared.isEmpty else {
      throw Failure(
        "No key declares an algorithm for signatures: name those that you accept by --alg.")
    }
    return declared
  }

  static func algorithm(_ name: String) throws(Failure) -> SignatureAlgorithm {
    if ASCII.equalFolded(name, "none") {
      throw Failure("--alg none would verify nothing: nobody signed such a token.")
    }
    return try AlgorithmNames.signature(name)
  }

  private static func suggestion(for key: JWK) -> String {
    let fitting = SignatureAlgorithm.allCases.filter { $0.misfit(of: key) == nil }.map(\.name)
    guard !fitting.isEmpty else { return "" }
    return " A key of this kind works with \(fitting.joined(separator: ", "))."
  }
}
