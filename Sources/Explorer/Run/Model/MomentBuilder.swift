import Trace

/// Cuts a trace into moments, in one pass.
///
/// What a server does while it answers belongs to the answer; what a browser does before it sends
/// belongs to the request, and what it does with an answer to that answer.
struct MomentBuilder {
  private let trace: Trace
  private var moments: [Moment] = []
  /// The requests of the current step that wait for their answers.
  private var open: [SendPath: Int] = [:]

  private init(_ trace: Trace) { self.trace = trace }

  static func moments(of trace: Trace) -> [Moment] {
    var builder = MomentBuilder(trace)
    for step in trace.steps.indices { builder.add(step: step) }
    return builder.moments
  }

  private mutating func add(step: Int) {
    open.removeAll(keepingCapacity: true)
    let range = trace.range(ofStep: step)
    let before = moments.count
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let record = trace.records[index]
      index += 1
      guard let kind = kind(of: record.event) else { continue }
      let main = index - 1
      if kind == .response { index = end(ofAnswer: main, limit: range.upperBound) }
      append(step, kind, start..<index, main: main)
      start = index
    }
    close(step, start..<range.upperBound, first: before)
  }

  /// What is left after the last message joins it; a step without any is a moment of its own.
  private mutating func close(_ step: Int, _ rest: Range<Int>, first: Int) {
    if moments.count > first {
      guard !rest.isEmpty, let last = moments.popLast() else { return }
      moments.append(
        Moment(
          number: last.number, step: step, kind: last.kind,
          records: last.records.lowerBound..<rest.upperBound, main: last.main, path: last.path,
          partner: last.partner))
    } else if trace.verb(ofStep: step) != .predict {
      append(step, trace.verb(ofStep: step) == .wait ? .wait : .quiet, rest, main: rest.lowerBound)
    }
  }

  private mutating func append(
    _ step: Int, _ kind: MomentKind, _ records: Range<Int>, main: Int
  ) {
    let path = trace.records.indices.contains(main) ? trace.records[main].path : SendPath()
    var moment = Moment(
      number: moments.count + 1, step: step, kind: kind, records: records, main: main, path: path)
    if kind == .response, let request = open.removeValue(forKey: path) {
      moment.partner = request
      moments[request].partner = moments.count
    }
    if kind == .request { open[path] = moments.count }
    moments.append(moment)
  }

  private func kind(of event: Event) -> MomentKind? {
    switch event {
    case .sent: .request
    case .received: .response
    case .act: .attack
    case .clockMoved: .wait
    case .settingChanged: .setting
    case .note, .unapplied: .note
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .minted, .crypto:
      nil
    }
  }

  /// A browser's dealings with an answer stand at the answer's own place.
  private func end(ofAnswer main: Int, limit: Int) -> Int {
    let path = trace.records[main].path
    var index = main + 1
    while index < limit, trace.records[index].path == path,
      Self.followsAnswer(trace.records[index].event)
    {
      index += 1
    }
    return index
  }

  private static func followsAnswer(_ event: Event) -> Bool {
    switch event {
    case .cookie(let decision): decision.fate != .attached && decision.fate != .withheld
    case .browserStorage, .navigated: true
    case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .clockMoved, .minted,
      .crypto, .act, .settingChanged, .note, .unapplied:
      false
    }
  }
}

extension Trace {
  /// What the scenario's step is, for a step of the run.
  func verb(ofStep step: Int) -> Verb { script[Int(steps[step].line)].verb }
}
