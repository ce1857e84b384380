import Wire

/// What a run, or a part of it, has cost.
package struct Cost: Hashable, Sendable {
  package var requests = 0
  /// The bytes of all messages, as HTTP/1.1 would write them.
  package var bytes = 0
  package var reads = 0
  package var writes = 0
  package var signatures = 0
  package var verifications = 0
  package var passwordHashes = 0
  package var encryptions = 0
  package var decryptions = 0
  /// Rounds of hashing by which passwords were made into keys.
  package var rounds = 0
  /// Bytes that compressed contents have grown to.
  package var inflated = 0

  package init() {}

  package subscript(_ field: CostField) -> Int {
    switch field {
    case .requests: requests
    case .bytes: bytes
    case .reads: reads
    case .writes: writes
    case .signatures: signatures
    case .verifications: verifications
    case .passwordHashes: passwordHashes
    case .encryptions: encryptions
    case .decryptions: decryptions
    case .rounds: rounds
    case .inflated: inflated
    }
  }

  package mutating func add(_ event: Event) {
    switch event {
    case .sent(let sent):
      requests += 1
      bytes += sent.request.byteCount
    case .received(let received): bytes += received.response.byteCount
    case .storeRead: reads += 1
    case .storeChanged: writes += 1
    case .crypto(let use): add(use)
    case .ledger, .omitted, .cookie, .browserStorage, .navigated, .clockMoved, .minted, .act,
      .settingChanged, .note, .unapplied:
      break
    }
  }

  private mutating func add(_ use: CryptoUse) {
    switch use.operation {
    case .sign: signatures += 1
    case .verify: verifications += 1
    case .passwordHash: passwordHashes += 1
    case .encrypt: encryptions += 1
    case .decrypt: decryptions += 1
    case .stretch: rounds += use.amount
    case .inflate: inflated += use.amount
    }
  }

  package static func + (one: Cost, other: Cost) -> Cost { combined(one, other, +) }

  package static func - (later: Cost, earlier: Cost) -> Cost { combined(later, earlier, -) }

  private static func combined(_ a: Cost, _ b: Cost, _ join: (Int, Int) -> Int) -> Cost {
    var out = Cost()
    out.requests = join(a.requests, b.requests)
    out.bytes = join(a.bytes, b.bytes)
    out.reads = join(a.reads, b.reads)
    out.writes = join(a.writes, b.writes)
    out.signatures = join(a.signatures, b.signatures)
    out.verifications = join(a.verifications, b.verifications)
    out.passwordHashes = join(a.passwordHashes, b.passwordHashes)
    out.encryptions = join(a.encryptions, b.encryptions)
    out.decryptions = join(a.decryptions, b.decryptions)
    out.rounds = join(a.rounds, b.rounds)
    out.inflated = join(a.inflated, b.inflated)
    return out
  }
}
