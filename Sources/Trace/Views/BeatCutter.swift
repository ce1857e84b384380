/// Cuts a trace's records into beats; every record comes to lie in exactly one.
struct BeatCutter {
  let trace: Trace
  private(set) var beats: [Beat] = []
  /// The index of the beat that answers, or is answered by, the beat at the same place.
  private(set) var pairs: [Int?] = []
  /// Requests that wait for their response, innermost last.
  private var open: [(path: SendPath, beat: Int)] = []

  init(_ trace: Trace) {
    self.trace = trace
    beats.reserveCapacity(trace.steps.count * 2)
    for step in trace.steps.indices { cut(step) }
  }

  private mutating func cut(_ step: Int) {
    let range = trace.range(ofStep: step)
    open.removeAll(keepingCapacity: true)
    if isQuestion(step) {
      append(Cut(step: step, kind: .question, record: -1, records: range))
      return
    }
    let before = beats.count
    var begin = range.lowerBound
    var at = begin
    while at < range.upperBound {
      guard let kind = kind(ofRecord: at) else {
        at += 1
        continue
      }
      let end = end(of: kind, record: at, limit: range.upperBound)
      append(Cut(step: step, kind: kind, record: at, records: begin..<end))
      begin = end
      at = end
    }
    if beats.count == before {
      let record = range.isEmpty ? -1 : range.lowerBound
      append(Cut(step: step, kind: .step, record: record, records: range))
    } else if begin < range.upperBound {
      extendLast(to: range.upperBound)
    }
  }

  private func isQuestion(_ step: Int) -> Bool {
    let line = Int(trace.steps[step].line)
    return trace.script.indices.contains(line) && trace.script[line].verb == .predict
  }

  /// What kind of beat the record makes; nil when it belongs to the beat of another record.
  private func kind(ofRecord index: Int) -> BeatKind? {
    let record = trace.records[index]
    switch record.event {
    case .sent: return .request
    case .received: return .response
    case .act: return .attack
    case .clockMoved: return .wait
    case .settingChanged: return .setting
    case .unapplied: return .note
    // A remark of a server that is still answering belongs to its answer.
    case .note: return open.last?.path == record.path ? nil : .note
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .minted, .crypto:
      return nil
    }
  }

  /// The end of a beat: behind the records that follow at the receiving side.
  private func end(of kind: BeatKind, record index: Int, limit: Int) -> Int {
    var end = index + 1
    let path = trace.records[index].path
    switch kind {
    case .response:
      while end < limit, trace.records[end].path == path,
        trace.records[end].event.isAftermathOfResponse
      {
        end += 1
      }
    case .setting:
      while end < limit, trace.records[end].event.isSettingChange { end += 1 }
    case .request, .attack, .wait, .note, .question, .step: break
    }
    return end
  }

  private struct Cut {
    let step: Int
    let kind: BeatKind
    let record: Int
    let records: Range<Int>
  }

  private mutating func append(_ cut: Cut) {
    let index = beats.count
    beats.append(
      Beat(
        number: index + 1, step: cut.step, kind: cut.kind, record: cut.record,
        records: cut.records))
    pairs.append(nil)
    switch cut.kind {
    case .request: open.append((trace.records[cut.record].path, index))
    case .response: close(trace.records[cut.record].path, by: index)
    case .attack, .wait, .note, .setting, .question, .step: break
    }
  }

  private mutating func close(_ path: SendPath, by response: Int) {
    guard let place = open.lastIndex(where: { $0.path == path }) else { return }
    let request = open[place].beat
    open.removeSubrange(place...)
    pairs[request] = response
    pairs[response] = request
  }

  private mutating func extendLast(to end: Int) {
    let last = beats.removeLast()
    beats.append(
      Beat(
        number: last.number, step: last.step, kind: last.kind, record: last.record,
        records: last.records.lowerBound..<end))
  }
}

extension Event {
  /// What a browser does with a response that it has received.
  fileprivate var isAftermathOfResponse: Bool {
    switch self {
    case .cookie(let decision):
      switch decision.fate {
      case .stored, .replaced, .deleted, .refused: true
      case .attached, .withheld: false
      }
    case .browserStorage, .navigated: true
    case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .clockMoved, .minted,
      .crypto, .act, .settingChanged, .note, .unapplied:
      false
    }
  }

  fileprivate var isSettingChange: Bool {
    if case .settingChanged = self { true } else { false }
  }
}
