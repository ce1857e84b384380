import Ledger
import Trace
import Wire

/// One thing that happened, in a line, for forms that tell a run as a story.
struct Moment: Sendable {
  enum Kind: Sendable {
    case request, response, attack, note
  }

  let number: Int
  let step: Int
  let kind: Kind
  let from: PartyID?
  let to: PartyID?
  /// "POST /login", "303, to /me", "copies the cookie sid (at the desk)".
  let line: String
  /// Whether a server refused: its check and what it found.
  let refusal: String?
}

extension RunDocument {
  var moments: [Moment] { beats.compactMap(moment) }

  private func moment(_ beat: Beat) -> Moment? {
    guard beat.record >= 0 else { return nil }
    let record = trace.records[beat.record]
    switch record.event {
    case .sent(let sent):
      return Moment(
        number: beat.number, step: beat.step, kind: .request, from: sent.from, to: sent.to,
        line: shown("\(sent.request.method) \(sent.request.url.requestTarget)"), refusal: nil)
    case .received(let received):
      let response = shown(received.response)
      let target = response.headers["Location"].map { ", to \($0)" } ?? ""
      return Moment(
        number: beat.number, step: beat.step, kind: .response, from: received.from,
        to: received.to,
        line: "\(response.status) \(Response.reason(response.status))\(target)",
        refusal: refusal(beat))
    case .act(let act):
      return Moment(
        number: beat.number, step: beat.step, kind: .attack, from: record.party, to: nil,
        line: shown(act.text), refusal: nil)
    case .note(let text):
      return note(beat, record, shown(text))
    case .clockMoved(let span): return note(beat, record, "\(span.text) pass")
    case .settingChanged(let text): return note(beat, record, text)
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .minted, .crypto, .unapplied:
      return nil
    }
  }

  private func note(_ beat: Beat, _ record: Record, _ text: String) -> Moment {
    Moment(
      number: beat.number, step: beat.step, kind: .note, from: record.party, to: nil, line: text,
      refusal: nil)
  }

  /// The check that refused the request of this response.
  private func refusal(_ beat: Beat) -> String? {
    for row in beats.ledgers(ofExchange: beat).flatMap(\.ledger.rows) {
      guard case .fail(let expected, let actual) = row.outcome else { continue }
      return shown("\(row.check.id.text): expected \(expected), was \(actual)")
    }
    return nil
  }
}
