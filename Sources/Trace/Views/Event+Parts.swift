import Wire

// Reading an event whose kind is asked for: nil when it is of another kind.
extension Event {
  package var sent: SentRequest? { if case .sent(let sent) = self { sent } else { nil } }

  package var received: ReceivedResponse? {
    if case .received(let received) = self { received } else { nil }
  }

  package var ledger: CheckLedger? { if case .ledger(let ledger) = self { ledger } else { nil } }

  /// Whether a message goes over the wire here.
  package var isMessage: Bool { sent != nil || received != nil }

  /// The texts of a message in which a value may stand: target, header values, body.
  var messageTexts: [String] {
    if let request = sent?.request {
      let target = request.url.requestTarget + (request.url.fragment.map { "#" + $0 } ?? "")
      return [target, request.body] + request.headers.fields.map(\.value)
    }
    if let response = received?.response {
      return [response.body] + response.headers.fields.map(\.value)
    }
    return []
  }
}
