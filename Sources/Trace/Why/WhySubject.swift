import Ledger

/// A part of a message.
package enum MessagePlace: Hashable, Sendable {
  /// The request line or the status line.
  case startLine
  case query(String), header(String), cookie(String), form(String)
  case setCookie(String)
  /// A member of a JSON body.
  case member(String)
  case body

  package var words: String {
    switch self {
    case .startLine: "the first line"
    case .query(let name): "the query parameter \(name)"
    case .header(let name): "the header \(name)"
    case .cookie(let name): "the cookie \(name)"
    case .form(let name): "the form field \(name)"
    case .setCookie(let name): "the Set-Cookie header of \(name)"
    case .member(let name): "the member \(name) of the body"
    case .body: "the body"
    }
  }
}

/// What somebody points at and asks: why is it so?
package enum WhySubject: Hashable, Sendable {
  /// A message, an act, a wait: what a beat is about.
  case record(Int)
  case part(record: Int, place: MessagePlace, value: String)
  case check(record: Int, row: Int)
  case row(store: StoreID, key: RowKey)
  case noStore(PartyID)
  case cookie(client: PartyID, host: String, name: String)
  case item(client: PartyID, origin: String, key: String)
  case loot(client: PartyID, name: String)
  case secret(SecretID)
  /// A member of a token's header or claims.
  case claim(token: String, isHeader: Bool, name: String)
  case signature(token: String)
  case omission(record: Int)
  case defence(DefenceID)
}
