package enum DifferenceArea: String, Hashable, Sendable, CaseIterable {
  case message, store, jar, checks, clock
}

/// A place where two runs differ.
package struct Difference: Hashable, Sendable {
  package let area: DifferenceArea
  package let address: Address
  /// The index of the beat in the run at hand, and in the other; nil where it has none.
  package let here: Int?
  package let there: Int?
  /// "in store sessions: row sid#1 kept here, deleted there".
  package let words: String
  /// All that differs at the place, in order.
  package let fields: [FieldDifference]

  init(
    area: DifferenceArea, address: Address, here: Int?, there: Int?, words: String,
    fields: [FieldDifference] = []
  ) {
    self.area = area
    self.address = address
    self.here = here
    self.there = there
    self.words = words
    self.fields = fields
  }

  /// The same with the beat's number, of the run at hand if it has the beat.
  package var text: String {
    (here ?? there).map { "\($0 + 1), \(words)" } ?? words
  }
}

/// How two runs differ, aligned by step and send path.
package struct TraceDifference: Sendable {
  /// In the order of the run at hand.
  package let all: [Difference]

  package init(_ here: Trace, _ there: Trace) {
    self.init(here.beats, there.beats)
  }

  package init(_ here: Beats, _ there: Beats) {
    self.init(Sides(here: Side(here), there: Side(there)))
  }

  init(_ sides: Sides) {
    var rows = RowComparison(sides)
    var found: [Difference] = []
    var lag = TimeSpan(milliseconds: 0)
    for (left, right) in sides.alignedSteps() {
      guard let left, let right else {
        rows.pass(here: left, there: right)
        found.append(sides.missingStep(left, right))
        continue
      }
      let step = AlignedStep(sides: sides, here: left, there: right)
      found += step.differences(rows: rows.compare(here: left, there: right), lag: &lag)
    }
    all = found
  }

  /// The first difference in an area.
  package func first(_ area: DifferenceArea) -> Difference? { all.first { $0.area == area } }

  /// The first difference of all.
  ///
  /// That a check is asked here and not there is one only where nothing else is: a reader wants to
  /// see what a switch has changed, not that it was thrown.
  package var first: Difference? { all.first { $0.area != .checks } ?? all.first }

  package var isEmpty: Bool { all.isEmpty }
}
