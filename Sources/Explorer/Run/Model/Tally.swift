import Trace

/// What a run has cost up to a moment.
struct Tally: Hashable, Sendable {
  var requests = 0
  var bytes = 0
  var reads = 0
  var writes = 0
  var deletions = 0
  var signatures = 0
  var verifications = 0
  var passwordHashes = 0

  mutating func add(_ event: Event) {
    switch event {
    case .sent(let it):
      requests += 1
      bytes += it.request.lines().reduce(0) { $0 + $1.utf8.count + 2 }
    case .received(let it):
      bytes += it.response.lines().reduce(0) { $0 + $1.utf8.count + 2 }
    case .storeRead: reads += 1
    case .storeChanged(let it): if it.after == nil { deletions += 1 } else { writes += 1 }
    case .crypto(let it): add(it.operation)
    case .ledger, .omitted, .cookie, .browserStorage, .navigated, .clockMoved, .minted, .act,
      .settingChanged, .note, .unapplied:
      break
    }
  }

  private mutating func add(_ operation: CryptoOperation) {
    switch operation {
    case .sign: signatures += 1
    case .verify: verifications += 1
    case .passwordHash: passwordHashes += 1
    }
  }
}
