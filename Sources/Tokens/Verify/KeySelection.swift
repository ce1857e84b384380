import Ledger
import Wire

/// The keys that a token may have been signed with, by what it and the verifier's set say.
struct KeySelection {
  let candidates: [JWK]
  let finding: Finding

  init(_ policy: VerificationPolicy, _ header: TokenHeader, _ algorithm: SignatureAlgorithm) {
    switch policy.embeddedKey {
    case .required:
      (candidates, finding) = Self.embedded(header)
    case .preferred
    where header.key != nil && policy.waived[TokenCheck.keySelected.id] != nil:
      let (keys, own) = Self.embedded(header)
      candidates = keys
      if case .fails = own {
        finding = own
      } else {
        finding = .fails(expected: "a key of the verifier", actual: "the jwk in the header")
      }
    case .ignored, .preferred:
      (candidates, finding) = Self.own(policy.keys, header, algorithm)
    }
  }

  /// The verifier's own keys: those of the token's `kid`, or without one all that could fit.
  private static func own(
    _ set: JWKSet, _ header: TokenHeader, _ algorithm: SignatureAlgorithm
  ) -> ([JWK], Finding) {
    guard !set.keys.isEmpty else {
      return ([], .fails(expected: "a key", actual: emptySet(set)))
    }
    let named = byName(set.keys, header)
    if case .fails = named.1 { return named }
    if let ambiguity = set.ambiguity {
      let expected = "a set whose names are clear"
      return (named.0, .fails(expected: expected, actual: ambiguity))
    }
    guard header.keyID == nil else { return named }
    let fitting = named.0.filter { algorithm.misfit(of: $0) == nil }
    // With none that fits, the row for fitness says so of the first.
    return (fitting.isEmpty ? named.0 : fitting, .holds)
  }

  private static func byName(_ keys: [JWK], _ header: TokenHeader) -> ([JWK], Finding) {
    guard let value = header.keyID else { return (keys, .holds) }
    guard let id = value.string else {
      return ([], .fails(expected: "a kid in text", actual: value.kind))
    }
    // A key without a name cannot be the wrong one by name.
    let found = keys.filter { $0.id?.hasSameBytes(as: id) ?? true }
    let exact = found.filter { $0.id != nil }
    guard found.isEmpty else { return (exact.isEmpty ? found : exact, .holds) }
    let names = keys.compactMap(\.id).map { "\"\($0)\"" }.joined(separator: " or ")
    return ([], .fails(expected: "kid \(names)", actual: "\"\(id)\""))
  }

  private static func emptySet(_ set: JWKSet) -> String {
    set.ignored.isEmpty ? "none" : "none; \(set.ignored.count) in the set could not be used"
  }

  /// The public key in the header, which only a proof of possession may bring.
  private static func embedded(_ header: TokenHeader) -> ([JWK], Finding) {
    let expected = "a public key as jwk in the header"
    guard let json = header.key else {
      return ([], .fails(expected: expected, actual: "none"))
    }
    do throws(JWKError) {
      let key = try JWK(json)
      switch key.material {
      case .publicKey: return ([key], .holds)
      case .privateKey: return ([], .fails(expected: expected, actual: "a private key"))
      case .secret: return ([], .fails(expected: expected, actual: "a secret"))
      }
    } catch {
      return ([], .fails(expected: expected, actual: "one that cannot be read: \(error)"))
    }
  }
}
