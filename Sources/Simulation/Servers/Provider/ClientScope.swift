import Ledger
import Trace
import Wire

/// What a client that has shown who it is may ask for (RFC 6749 3.3).
enum ClientScope {
  /// A client that asks for nothing gets its own scope, which is within it.
  static let allowed = Check<AuthenticatedClient>(
    CheckInfo("scope-allowed", "the scope is within the client's", "RFC 6749 3.3"),
    else: .oauth(
      status: 400, error: "invalid_scope",
      description: "a scope that this client may not ask for")
  ) { client, _ in
    let asked = (client.request.field("scope") ?? "").split(separator: " ").map(String.init)
    let foreign = asked.first { !client.scopes.contains($0) }
    return foreign.map {
      .fails(expected: client.scopes.joined(separator: " "), actual: $0)
    } ?? .holds
  }
}
