import Tokens

/// The key management algorithms of encrypted tokens that a caller takes.
enum KeyManagementChoice {
  /// The one to encrypt with: named, or declared by the key.
  static func forWriting(
    _ name: String?, _ keys: [JWK], _ encryption: ContentEncryption
  ) throws(Failure) -> KeyManagementAlgorithm {
    guard let name = name ?? keys.first?.algorithm else {
      throw nameless(keys, encryption, "Name the algorithm by --alg: the key declares none")
    }
    if ContentEncryption(name: name) != nil { return .direct }
    let algorithm = try AlgorithmNames.keyManagement(name)
    guard algorithm != .rsa1_5 else {
      throw Failure(
        "RSA1_5 is read for old tokens' sake, and never written: use RSA-OAEP-256.",
        .unsupportedAlgorithm)
    }
    return algorithm
  }

  /// Those to decrypt with: named, or declared by every key. The token's header has no say
  /// (RFC 8725 3.1).
  static func forReading(
    _ names: [String], _ keys: [JWK], allowsRSA15: Bool
  ) throws(Failure) -> [KeyManagementAlgorithm] {
    var names = names.flatMap { $0.split(separator: ",").map { InputText.trimmed(String($0)) } }
    if names.isEmpty, !allowsRSA15 {
      for key in keys {
        guard let declared = key.algorithm else {
          throw nameless([key], nil, "Name the algorithms that you accept by --alg")
        }
        names.append(declared)
      }
    }
    var algorithms: [KeyManagementAlgorithm] = allowsRSA15 ? [.rsa1_5] : []
    for name in names {
      let isContent = ContentEncryption(name: name) != nil
      let algorithm = isContent ? .direct : try AlgorithmNames.keyManagement(name)
      guard algorithm != .rsa1_5 || allowsRSA15 else {
        throw Failure(
          "RSA1_5 is accepted under --allow-rsa1_5 alone: whoever sees how it fails can decrypt "
            + "(RFC 3218).")
      }
      if !algorithms.contains(algorithm) { algorithms.append(algorithm) }
    }
    return algorithms
  }

  private static func nameless(
    _ keys: [JWK], _ encryption: ContentEncryption?, _ demand: String
  ) -> Failure {
    let contents = encryption.map { [$0] } ?? ContentEncryption.allCases
    let fitting = KeyManagementAlgorithm.current.filter { algorithm in
      keys.contains { key in contents.contains { algorithm.misfit(of: key, $0) == nil } }
    }.map(\.name)
    guard !fitting.isEmpty else {
      return Failure("\(keys.first?.label ?? "No key") does not encrypt.", .noKey)
    }
    return Failure("\(demand). A key of this kind works with \(fitting.joined(separator: ", ")).")
  }
}
