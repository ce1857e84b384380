import Trace

/// A question and the moment at which it stands.
struct PlacedQuestion: Hashable, Sendable {
  let question: Question
  /// The moment that shows the answer: the last one of the step that it is about.
  let answeredBy: Int?

  /// A question stands at the first moment after it, so that the reader sees what is about to be
  /// sent; one after the last message stands at that.
  static func place(
    _ trace: Trace, _ moments: [Moment], _ ranges: [Range<Int>?]
  ) -> [Int: PlacedQuestion] {
    var out: [Int: PlacedQuestion] = [:]
    for (step, report) in trace.reports.enumerated() {
      guard let question = report.question, step < ranges.count, !moments.isEmpty else { continue }
      let next = ranges[step...].lazy.compactMap { $0 }.first?.lowerBound ?? moments.count - 1
      let target = trace.lastStep(named: question.step).flatMap { ranges[$0] }
      out[next] = PlacedQuestion(
        question: question, answeredBy: target.map { $0.upperBound - 1 })
    }
    return out
  }
}
