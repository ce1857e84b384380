import Trace
import Wire

/// A resource that needs one word of scope (RFC 6749 7).
enum Orders {
  static let list = BearerTokens.endpoint {
    $0.checks([BearerTokens.needs("orders")]).finish { it, _ in
      var body: JSONObject = [
        "of": .string(it.subject), "for": it.claims["client_id"] ?? .null,
      ]
      // Who acts for the user, where somebody does (RFC 8693 4.1).
      body["through"] = it.claims["act"]?["sub"]
      body["orders"] = ["tea for two", "a pocket watch"]
      return JSONResponse.make(200, .object(body))
    }
  }

  static let place = BearerTokens.endpoint {
    $0.checks([BearerTokens.needs("orders")]).finish { it, _ in
      JSONResponse.make(
        201,
        [
          "ordered": .string(it.request.form["item"] ?? "nothing in particular"),
          "of": .string(it.subject),
        ])
    }
  }
}
