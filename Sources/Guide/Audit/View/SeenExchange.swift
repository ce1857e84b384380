import Trace
import Wire

/// A request and its answer, as rules look at them.
struct SeenExchange {
  let sent: Int
  let received: Int?
  let step: Int
  let from: Party
  let to: Party
  let request: Request
  /// The request before somebody tampered with it: what the sender's program made.
  let intended: Request
  let response: Response?
  let place: AuditPlace

  var status: Int { response?.status ?? 0 }

  /// Whether the server did what it was asked for.
  var isAccepted: Bool { (200..<300).contains(status) }

  var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) && location != nil }

  var isFromAttacker: Bool { from.kind == .attacker }
  var isToAttacker: Bool { to.kind == .attacker }

  /// Where the answer leads.
  var location: WireURL? {
    response?.headers["Location"].flatMap { request.url.resolving($0) }
  }

  var hasForm: Bool { Self.isForm(request) }

  /// The query's and the form's parameters.
  var parameters: [Pair] { Self.parameters(of: request) }

  /// Those of the request as its sender's program made it.
  var intendedParameters: [Pair] { Self.parameters(of: intended) }

  var contentType: String { ASCII.lowercased(response?.headers["Content-Type"] ?? "") }
  var isPage: Bool { contentType.hasPrefix("text/html") }
  var isJSON: Bool { contentType.contains("json") }

  /// The answer's JSON object.
  var json: JSONValue? {
    guard isJSON, let body = response?.body, body.utf8.first == UInt8(ascii: "{") else {
      return nil
    }
    return try? JSONValue.parse(body)
  }

  /// Whether the request brings a name and a password.
  var isSignIn: Bool {
    let names = parameters.map(\.name)
    return names.contains(where: PasswordField.isOne) && names.contains(where: UserField.isOne)
  }

  /// "GET /orders": no query, which may hold secrets.
  var line: String { "\(request.method) \(request.url.path)" }

  private static func isForm(_ request: Request) -> Bool {
    let type = request.headers["Content-Type"] ?? ""
    return ASCII.hasPrefixFolded(type, "application/x-www-form-urlencoded")
  }

  private static func parameters(of request: Request) -> [Pair] {
    request.url.query + (isForm(request) ? request.form : [])
  }
}
