import Trace

/// Where a what-if parts from the run that it was forked from.
struct FirstDifference: Hashable, Sendable {
  /// The moment of the what-if.
  let moment: Int
  /// "in store sessions: row sid#1 deleted here, kept there".
  let words: String

  /// Nil when the runs are alike.
  ///
  /// That a check is asked here and not there is a difference only where nothing else is one: the
  /// reader wants to see what the switch has changed, not that it was thrown.
  init?(_ run: RunModel, from other: RunModel) {
    let all = TraceDifference(run.beats, other.beats).all
    guard let first = all.first(where: { $0.area != .checks }) ?? all.first else { return nil }
    moment = first.here.map { run.moment(ofBeat: $0) } ?? run.lastMoment
    words = first.words
  }
}
