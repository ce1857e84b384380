import Trace
import Wire

/// How sure a provider is of who is there: the values of `acr` (OpenID Connect Core 2).
enum AuthenticationLevel: String, Comparable, CaseIterable {
  case password
  /// Something that one knows, and something that one has (NIST SP 800-63B 2.2).
  case twoFactors = "two-factors"

  static func < (a: AuthenticationLevel, b: AuthenticationLevel) -> Bool {
    a == .password && b == .twoFactors
  }

  /// The first of the wanted ones that this provider knows; the others are ignored.
  static func wanted(_ values: [String]) -> AuthenticationLevel? {
    values.lazy.compactMap { AuthenticationLevel(rawValue: $0) }.first
  }
}

extension Session {
  /// When the user last showed a password (OpenID Connect Core 2: `auth_time`).
  var authTime: Int64 { row["auth_time"].flatMap { Int64($0) } ?? 0 }
  var level: AuthenticationLevel { row["acr"].flatMap(AuthenticationLevel.init) ?? .password }
  /// The clients that were told who is there.
  var clients: [String] { (row["clients"] ?? "").split(separator: " ").map(String.init) }

  /// What a provider's session holds besides.
  static func providerFields(_ level: AuthenticationLevel, _ hand: Hand) -> Row {
    [
      Pair("auth_time", String(hand.now.seconds)), Pair("acr", level.rawValue),
      Pair("sid", hand.uniqueID()),
    ]
  }
}

/// Which clients hear when a session ends.
enum SignedInClients {
  static func add(_ client: String, to session: Session, _ hand: Hand) {
    guard !session.clients.contains(client) else { return }
    // The session was begun in this very act, or it is there.
    guard var row = hand.run.peek(.sessions, session.key) else { return }
    row.set("clients", (session.clients + [client]).joined(separator: " "))
    hand.write(.sessions, session.key, row)
  }
}
