import Ledger
import ScenarioFiles
import Tokens

/// Algorithms by the names that options give.
enum AlgorithmNames {
  static func declared(_ name: String) throws(Failure) -> DeclaredAlgorithm {
    if let algorithm = DeclaredAlgorithm(name: name) { return algorithm }
    throw unknown(name, among: DeclaredAlgorithm.names)
  }

  static func signature(_ name: String) throws(Failure) -> SignatureAlgorithm {
    if let algorithm = SignatureAlgorithm(name: name) { return algorithm }
    let known = SignatureAlgorithm.allCases.map(\.name)
    if DeclaredAlgorithm(name: name) == nil { throw unknown(name, among: known) }
    throw unknown(name, among: known, fault: "is not for signatures")
  }

  static func keyManagement(_ name: String) throws(Failure) -> KeyManagementAlgorithm {
    if let algorithm = KeyManagementAlgorithm(name: name) { return algorithm }
    throw unknown(name, among: KeyManagementAlgorithm.allCases.map(\.name))
  }

  static func content(_ name: String) throws(Failure) -> ContentEncryption {
    if let encryption = ContentEncryption(name: name) { return encryption }
    throw unknown(name, among: ContentEncryption.allCases.map(\.name), option: "--enc")
  }

  private static func unknown(
    _ name: String, among known: [String], option: String = "--alg",
    fault: String = "is not supported"
  ) -> Failure {
    let near = Nearest.word(to: name, among: known).map { " Did you mean \($0)?" } ?? ""
    return Failure(
      "\(option) \(name) \(fault).\(near) There are \(known.joined(separator: ", ")).",
      .unsupportedAlgorithm)
  }
}

extension Finding {
  /// The finding of a check that fails, in half a sentence.
  var sentence: String {
    switch self {
    case .holds: "it holds"
    case .moot(let why): why
    case .fails(let expected, let actual): "\(actual), where \(expected) belongs"
    }
  }
}
