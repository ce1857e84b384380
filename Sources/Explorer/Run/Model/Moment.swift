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
///
/// A beat of the trace; but a question is no moment of its own, it stands at the one after it.
struct Moment: Hashable, Sendable {
  /// From 1, as it is shown.
  let number: Int
  /// The index of its beat.
  let beat: Int
  /// The index in `Trace.steps`.
  let step: Int
  let kind: MomentKind
  /// The records that belong to it.
  let records: Range<Int>
  /// The record that it is about; past the end where there is none.
  let main: Int
  let path: SendPath
  /// The response's index for a request and the other way round.
  let partner: Int?

  /// The last record of it and of all before it.
  var lastRecord: Int { records.upperBound - 1 }

  static func all(_ beats: Beats) -> [Moment] {
    var places: [Int?] = []
    var count = 0
    for beat in beats {
      places.append(beat.kind.moment == nil ? nil : count)
      if beat.kind.moment != nil { count += 1 }
    }
    return beats.compactMap { beat in
      guard let kind = beat.kind.moment, let place = places[beat.index] else { return nil }
      let hasRecord = beat.record >= 0
      return Moment(
        number: place + 1, beat: beat.index, step: beat.step, kind: kind, records: beat.records,
        main: hasRecord ? beat.record : Int.max,
        path: hasRecord ? beats.trace.records[beat.record].path : SendPath(),
        partner: beats.responsePairs[beat.index].flatMap { places[$0] })
    }
  }
}

extension BeatKind {
  fileprivate var moment: MomentKind? {
    switch self {
    case .request: .request
    case .response: .response
    case .attack: .attack
    case .wait: .wait
    case .note: .note
    case .setting: .setting
    case .step: .quiet
    case .question: nil
    }
  }
}
