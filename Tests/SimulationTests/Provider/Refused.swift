import Simulation
import Testing
import Wire

/// A request that an endpoint refuses, and all that is said then.
struct Refused: Sendable, CustomTestStringConvertible {
  let name: String
  var after: [Act] = []
  let ask: Act
  var settings: [Setting] = []
  let status: Int
  /// Nil: no error is named.
  var error: String?
  /// What stands in a header, in one of that name; nil: there is none.
  var headers: [(name: String, part: String?)] = []

  var testDescription: String { name }

  /// Holds the answer against the row; what is said is never kept by caches.
  func expectRefusal(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let answer = try Desk().answer(to: after + [ask], settings: settings)
    #expect(answer.status == status, sourceLocation: sourceLocation)
    #expect(answer.error == error, sourceLocation: sourceLocation)
    if !answer.body.isEmpty {
      #expect(answer.headers["Cache-Control"] == "no-store", sourceLocation: sourceLocation)
    }
    for (name, part) in headers {
      let all = answer.headers.all(name).joined(separator: " | ")
      if let part {
        let isThere = !all.isEmpty && (part.isEmpty || all.contains(part))
        #expect(isThere, "\(name) is \(all)", sourceLocation: sourceLocation)
      } else {
        #expect(all.isEmpty, "\(name)", sourceLocation: sourceLocation)
      }
    }
  }

  // What stands in every answer of a kind.

  /// An OAuth error as JSON (RFC 6749 5.2); a 401 says how to authenticate.
  static func oauth(
    _ name: String, after: [Act] = [], _ ask: Act, settings: [Setting] = [], _ status: Int,
    _ error: String, _ headers: [(name: String, part: String?)] = []
  ) -> Refused {
    Refused(
      name: name, after: after, ask: ask, settings: settings, status: status, error: error,
      headers: [
        ("Content-Type", "application/json"), ("Location", nil),
        ("WWW-Authenticate", status == 401 ? "Basic realm=" : nil),
      ] + headers)
  }

  /// The same with 400, the status of most of them.
  static func oauth(
    _ name: String, after: [Act] = [], _ ask: Act, settings: [Setting] = [], _ error: String,
    _ headers: [(name: String, part: String?)] = []
  ) -> Refused {
    oauth(name, after: after, ask, settings: settings, 400, error, headers)
  }

  /// A resource server's (RFC 6750 3), with the parts of its challenge.
  static func bearer(
    _ name: String, after: [Act] = [], _ ask: Act, settings: [Setting] = [], _ status: Int,
    _ error: String?, _ challenge: [String] = []
  ) -> Refused {
    let own = error.map { ["error=\"\($0)\""] } ?? []
    return Refused(
      name: name, after: after, ask: ask, settings: settings, status: status, error: error,
      headers: (own + challenge).map { ("WWW-Authenticate", $0) })
  }
}
