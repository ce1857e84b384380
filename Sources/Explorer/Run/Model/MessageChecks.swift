import Ledger
import Trace

/// The server's checks on one message: what is known of them at a moment.
struct MessageChecks: Sendable {
  let server: PartyID
  let instance: UInt8
  let rows: [LedgerRow]
  /// Where each of the rows stands in the trace.
  let places: [LedgerPlace]
  /// Whether the answer has come, so that all outcomes are known.
  let isAnswered: Bool

  init(_ model: RunModel, at position: Int) {
    var rows: [LedgerRow] = []
    var places: [LedgerPlace] = []
    var server = PartyID(0)
    var instance: UInt8 = 0
    var answered = false
    if model.moments.indices.contains(position) {
      let moment = model.moments[position]
      let (first, last) = Self.span(moment, position)
      answered = moment.kind == .response
      for index in first...last {
        for place in model.moments[index].records {
          let record = model.trace.records[place]
          guard record.path == moment.path, case .ledger(let ledger) = record.event else {
            continue
          }
          server = record.party
          instance = record.instance
          rows += ledger.rows
          places += ledger.rows.indices.map { LedgerPlace(record: place, row: $0) }
        }
      }
    }
    self.server = server
    self.instance = instance
    self.rows = rows
    self.places = places
    isAnswered = answered
  }

  /// From the request to its answer.
  private static func span(_ moment: Moment, _ position: Int) -> (Int, Int) {
    switch moment.kind {
    case .request: (position, moment.partner ?? position)
    case .response: (moment.partner ?? position, position)
    case .attack, .wait, .note, .setting, .quiet: (position, position)
    }
  }
}

/// A row of a ledger: the record, and the row's index in it.
struct LedgerPlace: Hashable, Sendable {
  let record: Int
  let row: Int
}
