import Trace

/// Where a what-if parts from the run that it was forked from.
struct FirstDifference: Hashable, Sendable {
  /// The moment of the what-if.
  let moment: Int
  /// "in store sessions: row sid#1 deleted here, kept there".
  let words: String

  /// Nil when the runs are alike.
  init?(_ run: RunModel, from other: RunModel) {
    guard let first = TraceDifference(run.beats, other.beats).first else { return nil }
    moment = first.here.map { run.moment(ofBeat: $0) } ?? run.lastMoment
    words = first.words
  }
}
