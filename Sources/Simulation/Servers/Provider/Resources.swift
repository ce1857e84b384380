import Ledger
import Trace
import Wire

/// Resource indicators (RFC 8707): a token for the one API that it is needed at.
enum Resources {
  /// At the token endpoint: one of those that were granted, or of all where none was named.
  static func granted<Facts>(
    asked: @escaping @Sendable (Facts) -> [Pair],
    allowed: @escaping @Sendable (Facts) -> [String]
  ) -> Check<Facts> {
    Check(
      CheckInfo("resource-granted", "the resource is within the grant", "RFC 8707 2.2"),
      else: .oauth(
        status: 400, error: "invalid_target", description: "a resource that was not granted")
    ) { it, _ in
      let asked = asked(it).all("resource")
      if asked.isEmpty { return .moot("none was named") }
      let allowed = allowed(it)
      let foreign = asked.first { !allowed.contains($0) }
      return foreign.map {
        .fails(expected: allowed.isEmpty ? "none" : allowed.joined(separator: ", "), actual: $0)
      } ?? .holds
    }
  }

  /// Those of a row; all that there are where the row names none.
  static func of(_ row: Row, else all: [String]) -> [String] {
    row["resource"].map { $0.split(separator: " ").map(String.init) } ?? all
  }

  static func narrowed(_ granted: [String], by form: [Pair]) -> [String] {
    let asked = form.all("resource")
    return asked.isEmpty ? granted : asked
  }
}
