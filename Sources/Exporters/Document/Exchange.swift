import Ledger
import Trace
import Wire

/// A request and its answer, as they went over the wire.
struct Exchange: Sendable {
  /// From 1, as the explorer numbers messages.
  let number: Int
  let step: Int
  let path: SendPath
  let from: PartyID
  let to: PartyID
  let instance: UInt8
  let request: Request
  /// The request's own bytes, before its secrets were named.
  let size: (request: Int, requestBody: Int)
  /// Nil where nothing came back.
  let response: Response?
  let responseSize: (whole: Int, body: Int)
  let began: Instant
  let ended: Instant
  let rows: [LedgerRow]
}

extension RunDocument {
  /// Every exchange in the order of its request.
  var exchanges: [Exchange] { beats.compactMap(exchange) }

  /// Those over http or https.
  var webExchanges: [Exchange] {
    exchanges.filter { ["http", "https"].contains($0.request.url.scheme) }
  }

  package var webExchangeCount: Int { webExchanges.count }

  func exchange(_ beat: Beat) -> Exchange? {
    guard beat.kind == .request, let sent = trace.records[beat.record].event.sent else {
      return nil
    }
    let partner = beats.responsePairs[beat.index].map { beats[$0] }
    let record = partner.map { trace.records[$0.record] }
    let response = record?.event.received?.response
    return Exchange(
      number: beat.number, step: beat.step, path: trace.records[beat.record].path, from: sent.from, to: sent.to, instance: sent.instance,
      request: shown(sent.request),
      size: (sent.request.byteCount, sent.request.body.utf8.count),
      response: response.map(shown),
      responseSize: (response?.byteCount ?? 0, response?.body.utf8.count ?? 0),
      began: trace.records[beat.record].time,
      ended: record?.time ?? trace.records[beat.record].time,
      rows: beats.ledgers(ofExchange: beat).flatMap(\.ledger.rows))
  }
}
