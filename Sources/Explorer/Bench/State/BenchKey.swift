import Tokens

/// The key that the reader gave. It lives in memory alone, and its bytes are shown only when asked.
struct BenchKey: Sendable {
  let set: JWKSet
  /// "from keys.json", "typed", "of api": where it came from.
  let origin: String
  /// A secret as it was typed, for the search of usual mistakes.
  let secretText: [UInt8]?
  /// What was forgiven when it was read.
  let notes: [String]

  init(_ set: JWKSet, origin: String, secretText: [UInt8]? = nil, notes: [String] = []) {
    self.set = set
    self.origin = origin
    self.secretText = secretText
    self.notes = notes
  }

  /// The key in words, never its material.
  var words: String {
    let kinds = set.keys.map { key in key.id.map { "\"\($0)\" \(key.kindName)" } ?? key.kindName }
    switch kinds.count {
    case 0: return "no key that can be used, \(origin)"
    case 1: return "\(kinds[0]), \(origin)"
    default: return "\(kinds.count) keys, \(origin): \(kinds.joined(separator: "; "))"
    }
  }

  /// The bytes of the one secret, if there is just one key and it is a secret.
  private var secret: [UInt8]? {
    self.set.keys.count == 1 ? self.set.keys[0].secret?.bytes : nil
  }

  /// Whether there is something to hide, and to show.
  var isSecret: Bool { secret != nil }

  /// The secret to look at: its text where it is one, else its bytes in hex.
  var revealed: String? {
    guard let bytes = secret else { return nil }
    if bytes.allSatisfy({ (32..<127).contains($0) }) {
      return "\"\(String(decoding: bytes, as: UTF8.self))\""
    }
    return "hex " + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The algorithms that the keys say, or are good for: the caller's choice where none was made.
  var algorithms: [SignatureAlgorithm] {
    var out: [SignatureAlgorithm] = []
    for key in set.keys {
      for algorithm in Self.algorithms(of: key) where !out.contains(algorithm) {
        out.append(algorithm)
      }
    }
    return out
  }

  private static func algorithms(of key: JWK) -> [SignatureAlgorithm] {
    if let declared = key.algorithm { return SignatureAlgorithm(name: declared).map { [$0] } ?? [] }
    switch key.publicKey?.kind {
    case nil: return [.hs256]
    case .rsa: return [.rs256]
    case .elliptic(let curve): return SignatureAlgorithm.allCases.filter { $0.curve == curve }
    case .octet(let curve):
      return [SignatureAlgorithm.ed25519, .ed448].filter { $0.fits(.octet(curve)) }
        + (curve.signs ? [.edDSA] : [])
    }
  }
}
