import Ledger
import Trace

/// What servers did: the rows of their ledgers and what they left out. Only runs show it.
extension AuditView {
  struct SeenRow {
    let row: LedgerRow
    let endpoint: String
    let place: AuditPlace
    let record: Int
  }

  /// The rows of these checks, of servers that are judged.
  func rows(_ checks: Set<CheckID>) -> [SeenRow] {
    trace.records.indices.flatMap { index -> [SeenRow] in
      guard case .ledger(let ledger) = trace.records[index].event,
        trace.party(trace.records[index].party).kind != .attacker
      else { return [] }
      return ledger.rows.filter { checks.contains($0.check.id) }.map {
        SeenRow(
          row: $0, endpoint: ledger.endpoint, place: place(ofRecord: index), record: index)
      }
    }
  }

  /// Looks for checks that a server does not make because their defence is off; with a name, that
  /// one and not another which takes the check along.
  func unchecked(_ checks: Set<CheckID>, by defence: DefenceID? = nil) -> AuditLook {
    var look = AuditLook()
    for seen in rows(checks) where seen.row.wasReached {
      look.subjects += 1
      guard let finding = seen.row.finding, defence == nil || seen.row.switch == defence else {
        continue
      }
      look.hit(
        "\(seen.endpoint) does not check that \(seen.row.check.title)\(finding.consequence)",
        at: seen.place)
    }
    return look
  }

  /// Looks for what a server leaves out because its defence is off.
  func omitted(
    _ defence: DefenceID
  ) -> AuditLook {
    var look = AuditLook()
    for index in trace.records.indices {
      guard case .omitted(let it) = trace.records[index].event, it.defence == defence,
        trace.party(trace.records[index].party).kind != .attacker
      else { continue }
      look.subjects += 1
      look.hit("not done: \(it.behaviour)", at: place(ofRecord: index))
    }
    return look
  }
}

extension LedgerRow {
  /// What the judge says where the check's defence is off; nil where it was made.
  var finding: Finding? {
    if case .off(.defence, let finding) = outcome { finding } else { nil }
  }

  /// The defence whose being off keeps the check from being made.
  var `switch`: DefenceID? {
    if case .off(.defence(let defence), _) = outcome { defence } else { nil }
  }

  var wasReached: Bool {
    switch outcome {
    case .notReached: false
    case .pass, .fail, .off, .notApplicable: true
    }
  }

  /// Whether it was made, or there was nothing to make it of.
  var isOn: Bool {
    switch outcome {
    case .pass, .fail: true
    case .off, .notApplicable, .notReached: false
    }
  }
}

extension Finding {
  /// What came of it that nobody looked.
  var consequence: String {
    if case .fails = self { ", and it is not so" } else { "" }
  }

  var isFailing: Bool { if case .fails = self { true } else { false } }
}
