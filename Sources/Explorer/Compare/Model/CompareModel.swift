import Trace

/// Two runs in lock-step, by the moments of the run screen; made once for a comparison.
final class CompareModel: Sendable {
  struct Row: Sendable {
    /// Indices of moments; nil in a run that has none there.
    let left: Int?
    let right: Int?
    let differences: [Difference]

    func moment(_ side: CompareSide) -> Int? { side == .left ? left : right }
  }

  let rows: [Row]
  /// The rows that differ, in order.
  let differing: [Int]
  /// The first difference, and the row where it stands.
  let first: Difference?
  let firstRow: Int?
  /// The first row that a question hides.
  let veil: Int?
  /// Whether the runs have a step in common.
  let isOneWorkload: Bool
  private let left: RunModel
  private let right: RunModel

  init(_ left: ComparedRun, _ right: ComparedRun) {
    let (here, there) = (left.model, right.model)
    let lockStep = LockStep(here.beats, there.beats)
    rows = lockStep.rows.map { row in
      Row(
        left: row.here.map { here.moment(ofBeat: $0) },
        right: row.there.map { there.moment(ofBeat: $0) }, differences: row.differences)
    }
    differing = rows.indices.filter { [rows] in !rows[$0].differences.isEmpty }
    first = lockStep.difference.first
    firstRow = first.flatMap { lockStep.row(of: $0) }
    veil = rows.firstIndex { left.isVeiled($0.left) || right.isVeiled($0.right) }
    isOneWorkload = lockStep.isOneWorkload
    self.left = here
    self.right = there
  }

  /// "5, in store sessions: row sid#1 kept here, deleted there": by the message's number.
  func sentence(_ difference: Difference) -> String {
    let moment =
      difference.here.map { left.moment(ofBeat: $0) }
      ?? difference.there.map { right.moment(ofBeat: $0) }
    return moment.map { "\($0 + 1), \(difference.words)" } ?? difference.words
  }

  /// What the comparison comes to, in one sentence.
  var summary: String {
    first.map { "First difference: \(sentence($0))" } ?? Self.alike
  }

  static let alike = "The runs are alike: every message, row, cookie, check and time is the same."
}
