/// What was audited; how much a rule can see depends on it.
package enum AuditSourceKind: String, Hashable, Sendable, CaseIterable {
  /// A scenario that was played, or a saved run: messages, and what the servers did with them.
  case run
  /// A HAR file: the messages that a browser or a proxy saw, and nothing that a server did.
  case archive
  /// The text of one token.
  case token
  /// One Set-Cookie header.
  case cookie

  /// "this token".
  package var words: String {
    switch self {
    case .run: "this run"
    case .archive: "this file"
    case .token: "this token"
    case .cookie: "this header"
    }
  }
}
