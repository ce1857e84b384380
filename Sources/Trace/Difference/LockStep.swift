/// Two runs side by side, a message at a time, with all that differs at each.
package struct LockStep: Sendable {
  /// A message, or another beat, of one run beside the one at the same place of the other.
  package struct Row: Hashable, Sendable {
    package let step: StepID
    /// Indices of beats; nil in a run that has none there.
    package let here: Int?
    package let there: Int?
    package internal(set) var differences: [Difference] = []
  }

  package let rows: [Row]
  private let places: Places
  package let difference: TraceDifference
  /// Whether the runs have a step in common: without one there is nothing to compare.
  package let isOneWorkload: Bool

  package init(_ here: Beats, _ there: Beats) {
    let sides = Sides(here: Side(here), there: Side(there))
    difference = TraceDifference(sides)
    let steps = sides.alignedSteps()
    isOneWorkload = steps.contains { $0 != nil && $1 != nil }
    var rows = steps.flatMap { Self.rows(sides, $0, $1) }
    let places = Places(rows)
    for difference in difference.all {
      if let row = places.row(of: difference) { rows[row].differences.append(difference) }
    }
    self.rows = rows
    self.places = places
  }

  /// The row at which something differs.
  package func row(of difference: Difference) -> Int? { places.row(of: difference) }

  /// Where the beats of both runs stand.
  private struct Places {
    private var here: [Int: Int] = [:]
    private var there: [Int: Int] = [:]
    private var steps: [StepID: Int] = [:]

    init(_ rows: [Row]) {
      for (index, row) in rows.enumerated() {
        if let beat = row.here { here[beat] = index }
        if let beat = row.there { there[beat] = index }
        if steps[row.step] == nil { steps[row.step] = index }
      }
    }

    /// A question is no row: what is told of it stands at the first one of its step.
    func row(of difference: Difference) -> Int? {
      difference.here.flatMap { here[$0] } ?? difference.there.flatMap { there[$0] }
        ?? steps[difference.address.step]
    }
  }

  private struct BeatName: Hashable {
    let kind: BeatKind
    let path: SendPath
    /// The same may happen at the same place twice.
    let time: Int
  }

  private static func rows(_ sides: Sides, _ here: Int?, _ there: Int?) -> [Row] {
    let left = here.map { beats(sides.here, $0) } ?? []
    let right = there.map { beats(sides.there, $0) } ?? []
    let id =
      here.map { sides.here.trace.steps[$0].id } ?? there.map { sides.there.trace.steps[$0].id }
    guard let id else { return [] }
    return Alignment.pairs(left.map(\.name), right.map(\.name)).map { a, b in
      Row(step: id, here: a.map { left[$0].beat }, there: b.map { right[$0].beat })
    }
  }

  private static func beats(_ side: Side, _ step: Int) -> [(name: BeatName, beat: Int)] {
    var used: [BeatName: Int] = [:]
    return side.beats.indices(ofStep: step).compactMap { index in
      let beat = side.beats[index]
      guard beat.kind != .question else { return nil }
      let path = beat.record < 0 ? SendPath() : side.trace.records[beat.record].path
      let first = BeatName(kind: beat.kind, path: path, time: 0)
      let time = used[first, default: 0]
      used[first] = time + 1
      return (BeatName(kind: beat.kind, path: path, time: time), index)
    }
  }
}
