import Ledger

extension Trace {
  /// The beats of the run, cut anew at each call: keep them beside the trace.
  package var beats: Beats { Beats(self) }
}

/// A part of a ledger, and the record that it is.
package struct LedgerPart: Sendable {
  package let record: Int
  package let ledger: CheckLedger
}

/// The beats of a trace in order; index 0 is beat number 1.
package struct Beats: RandomAccessCollection, Sendable {
  package let trace: Trace
  private let list: [Beat]
  /// For the beat of a request that of its response and the other way round, by index.
  package let responsePairs: [Int?]

  package init(_ trace: Trace) {
    let cutter = BeatCutter(trace)
    self.trace = trace
    list = cutter.beats
    responsePairs = cutter.pairs
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { list.count }
  package subscript(_ index: Int) -> Beat { list[index] }

  /// The index of the beat that a record belongs to.
  package func index(ofRecord record: Int) -> Int {
    let index = partition { $0.records.upperBound > record }
    return Swift.min(index, Swift.max(0, count - 1))
  }

  /// The indices of a step's beats.
  package func indices(ofStep step: Int) -> Range<Int> {
    partition { $0.step >= step }..<partition { $0.step > step }
  }

  /// The message that a beat is about.
  package func address(of beat: Beat) -> Address {
    let path = beat.record < 0 ? SendPath() : trace.records[beat.record].path
    return Address(step: trace.steps[beat.step].id, path: path)
  }

  /// The parts of ledgers that were told on the way to the beat's message.
  package func ledgers(_ beat: Beat) -> [LedgerPart] { parts(in: beat.records) }

  /// The whole ledger of an exchange, from either of its beats: all parts told by the server that
  /// answers, without those of the servers that it asked in turn.
  package func ledgers(ofExchange beat: Beat) -> [LedgerPart] {
    let span: Range<Int>
    let partner = responsePairs[beat.index].map { list[$0] }
    switch beat.kind {
    case .request:
      let end = partner?.record ?? trace.range(ofStep: beat.step).upperBound
      span = beat.record..<end
    case .response:
      let begin = partner?.record ?? trace.range(ofStep: beat.step).lowerBound
      span = begin..<beat.record
    case .attack, .wait, .note, .setting, .question, .step: return []
    }
    let path = trace.records[beat.record].path
    return parts(in: span).filter { trace.records[$0.record].path == path }
  }

  /// The checks that the receiver of a request will make, in order, without how they come out.
  package func upcomingChecks(_ beat: Beat) -> [CheckInfo] {
    guard beat.kind == .request else { return [] }
    return ledgers(ofExchange: beat).flatMap { $0.ledger.rows.map(\.check) }
  }

  private func parts(in range: Range<Int>) -> [LedgerPart] {
    range.compactMap { index in
      trace.records[index].event.ledger.map { LedgerPart(record: index, ledger: $0) }
    }
  }

  /// The first beat of which the condition is true, when it stays true from there on.
  private func partition(_ condition: (Beat) -> Bool) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if condition(list[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
