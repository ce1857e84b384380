import Trace
import Wire

/// A resource that needs one word of scope (RFC 6749 7).
enum Orders {
  static let list = BearerTokens.endpoint {
    $0.checks([BearerTokens.needs("orders")]).finish { it, _ in
      JSONResponse.make(
        200,
        [
          "of": .string(it.subject), "for": it.claims["client_id"] ?? .null,
          "orders": ["tea for two", "a pocket watch"],
        ])
    }
  }
}
