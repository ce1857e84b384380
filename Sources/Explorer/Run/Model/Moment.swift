import Trace

/// What a moment of a run is.
enum MomentKind: Hashable, Sendable {
  case request, response
  /// An attacker did something besides sending: a theft, a forgery, a link brought to somebody.
  case attack
  case wait
  case note
  case setting
  /// A step in which nothing happened that has a kind of its own.
  case quiet
}

/// One press of `l`: a message, or another thing that a reader should see for itself.
struct Moment: Hashable, Sendable {
  /// From 1, as it is shown.
  let number: Int
  /// The index in `Trace.steps`.
  let step: Int
  let kind: MomentKind
  /// The records that belong to it.
  let records: Range<Int>
  /// The record that it is about.
  let main: Int
  let path: SendPath
  /// The response's index for a request and the other way round.
  var partner: Int?
}
