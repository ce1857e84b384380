/// What a run had cost at each of its beats.
package struct Costs: Sendable {
  /// The cost before the beat of that index; one more than there are beats.
  private let before: [Cost]

  package init(_ beats: Beats) {
    var now = Cost()
    var before = [now]
    before.reserveCapacity(beats.count + 1)
    for beat in beats {
      for record in beat.records { now.add(beats.trace.records[record].event) }
      before.append(now)
    }
    self.before = before
  }

  /// The cost up to and with the beat of that index.
  package func upTo(_ index: Int) -> Cost { before[index + 1] }

  /// The cost of one beat alone.
  package func of(_ index: Int) -> Cost { before[index + 1] - before[index] }

  /// The cost of the whole run.
  package var total: Cost { before[before.count - 1] }
}
