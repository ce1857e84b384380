import Ledger
import Trace

/// What is worth a mark at a moment.
struct MomentMarks: Hashable, Sendable {
  /// An attacker sent it, did it, or made somebody do it.
  var attack = false
  /// A check failed, or the answer is an error.
  var refused = false
  /// The answer that shows that the attack has worked.
  var prize = false
  var storeChanged = false
  /// A behaviour was left out because its defence is off.
  var omission = false

  static func all(
    _ trace: Trace, _ moments: [Moment], decisiveStep: String?
  ) -> [MomentMarks] {
    var marks = moments.map { mark($0, trace) }
    if trace.verdict == .attackWorked {
      let step = decisiveStep.flatMap { trace.lastStep(named: $0) }
      let last = moments.lastIndex { moment in
        moment.kind == .response && (step.map { $0 == moment.step } ?? true)
      }
      if let last { marks[last].prize = true }
    }
    return marks
  }

  private static func mark(_ moment: Moment, _ trace: Trace) -> MomentMarks {
    var marks = MomentMarks()
    marks.attack = moment.kind == .attack
    for record in trace.records[moment.records] {
      switch record.event {
      case .sent(let it):
        if trace.party(it.from).kind == .attacker || it.original != nil { marks.attack = true }
      case .received(let it): if it.response.status >= 400 { marks.refused = true }
      case .ledger(let it): if it.rows.contains(where: \.hasFailed) { marks.refused = true }
      case .storeChanged: marks.storeChanged = true
      case .omitted: marks.omission = true
      case .storeRead, .cookie, .browserStorage, .navigated, .clockMoved, .minted, .crypto, .act,
        .settingChanged, .note, .unapplied:
        break
      }
    }
    return marks
  }
}

extension LedgerRow {
  var hasFailed: Bool {
    switch outcome {
    case .fail: true
    case .pass, .off, .notApplicable, .notReached: false
    }
  }
}
