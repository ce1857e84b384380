import Cryptography
import Trace
import Wire

/// Every secret of a file once, with a name that stays: `code#1`.
struct SecretRegister {
  private(set) var secrets: [Secret] = []
  private var byValue: [String: SecretID] = [:]
  private var counts: [SecretKind: Int] = [:]
  private var names: Set<String> = []
  /// PKCE verifiers by their S256 challenge (RFC 7636 4.2): a browser shows the challenge first.
  private let verifiers: [String: String]

  init(_ exchanges: [ImportedExchange]) {
    var verifiers: [String: String] = [:]
    for exchange in exchanges where exchange.request.method == "POST" {
      guard let verifier = exchange.message["code_verifier"] else { continue }
      verifiers[Base64.url(Digest.sha256.hash(Array(verifier.utf8)))] = verifier
    }
    self.verifiers = verifiers
  }

  /// The secret's id when it is new.
  mutating func add(
    _ kind: SecretKind, _ value: String, by owner: PartyID, at address: Address
  ) -> [SecretID] {
    guard byValue[value] == nil, !value.isEmpty else { return [] }
    var out: [SecretID] = []
    var source: SecretID?
    if kind == .challenge, let verifier = verifiers[value] {
      out += add(.verifier, verifier, by: owner, at: address)
      source = byValue[verifier]
    }
    let id = SecretID(secrets.count)
    secrets.append(
      Secret(
        name: name(kind, value), kind: kind, value: value, owner: owner, mintedAt: address,
        derivedFrom: source))
    byValue[value] = id
    return out + [id]
  }

  private mutating func name(_ kind: SecretKind, _ value: String) -> String {
    if let kept = Self.written(value), names.insert(kept).inserted { return kept }
    while true {
      counts[kind, default: 0] += 1
      let name = "\(kind.rawValue)#\(counts[kind, default: 1])"
      if names.insert(name).inserted { return name }
    }
  }

  /// The name of a secret that stands by its name already: `{sid#1}` in our own exports.
  private static func written(_ value: String) -> String? {
    guard value.hasPrefix("{"), value.hasSuffix("}") else { return nil }
    let name = value.dropFirst().dropLast()
    let parts = name.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, SecretKind(rawValue: String(parts[0])) != nil, Int(parts[1]) != nil
    else { return nil }
    return String(name)
  }
}
