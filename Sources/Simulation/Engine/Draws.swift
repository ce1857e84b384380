import Cryptography
import Trace
import Wire

/// What a draw is keyed by, so that switching one thing on changes no other secret.
struct DrawKey: Hashable {
  let step: StepID
  let path: SendPath
  let kind: String
}

extension Run {
  /// Random-looking bytes: SHA-256 over seed, step, send path, kind and ordinal of that kind.
  func draw(_ kind: String, bytes: Int) -> [UInt8] {
    let key = DrawKey(step: step, path: path, kind: kind)
    let ordinal = draws[key, default: 0]
    draws[key] = ordinal + 1
    var out: [UInt8] = []
    var block: UInt32 = 0
    while out.count < bytes {
      let text = "\(seed)|\(step)|\(path)|\(kind)|\(ordinal)|\(block)"
      out += Digest.sha256.hash(Array(text.utf8))
      block += 1
    }
    return Array(out.prefix(bytes))
  }

  /// The same as a source of bytes, for algorithms that draw by themselves.
  func randomness(named kind: String) -> DrawnRandomness { DrawnRandomness(run: self, kind: kind) }

  /// A new secret of that many random bytes, base64url, registered.
  func mint(_ kind: SecretKind, bytes: Int) -> String {
    let value = Base64.url(draw(kind.rawValue, bytes: bytes))
    register(kind, value, from: nil)
    return value
  }

  /// An identifier that is not a secret (`jti`).
  func uniqueID() -> String {
    let id = Base64.url(draw("jti", bytes: 12))
    trace.identifiers.append(id)
    return id
  }

  /// Gives a secret its stable name; the same value keeps the name that it has.
  @discardableResult
  func register(_ kind: SecretKind, _ value: String, from source: String?) -> SecretID {
    if let known = secretsByValue[value] { return known }
    let number = secretCounts[kind, default: 0] + 1
    secretCounts[kind] = number
    let id = SecretID(trace.secrets.count)
    trace.secrets.append(
      Secret(
        name: "\(kind.rawValue)#\(number)", kind: kind, value: value,
        owner: step.name.isEmpty ? nil : party, mintedAt: Address(step: step, path: path),
        derivedFrom: source.flatMap { secretsByValue[$0] }))
    secretsByValue[value] = id
    if !step.name.isEmpty { emit(.minted(id)) }
    return id
  }

  /// `sid#1`, or the value in quotes when nobody registered it.
  func name(ofSecret value: String) -> String {
    secretsByValue[value].map { trace.secret($0).name } ?? "\"\(value)\""
  }
}

/// The world's draws, as algorithms ask for them.
struct DrawnRandomness: Randomness {
  let run: Run
  let kind: String

  mutating func bytes(_ count: Int) -> [UInt8] { run.draw(kind, bytes: count) }
}
