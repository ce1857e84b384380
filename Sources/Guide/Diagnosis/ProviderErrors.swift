import Trace
import Wire

/// An error that a provider has answered with (RFC 6749 4.1.2.1 and 5.2).
struct ProviderError {
  let exchange: LoginReading.Exchange
  let code: String
  let description: String

  /// "invalid_grant (the code was used before)".
  var words: String { description.isEmpty ? code : "\(code) (\(description))" }
}

extension LoginReading {
  /// The errors of authorization and token endpoints, in their order.
  var providerErrors: [ProviderError] {
    exchanges.compactMap { exchange in
      switch exchange.message.kind {
      case .answer:
        guard let code = exchange.message["error"] else { return nil }
        return ProviderError(
          exchange: exchange, code: code,
          description: exchange.message["error_description"] ?? "")
      case .token:
        guard exchange.status >= 400, let body = exchange.response?.body,
          let json = try? JSONValue.parse(body, limits: .lenient), let code = json["error"]?.string
        else { return nil }
        return ProviderError(
          exchange: exchange, code: code, description: json["error_description"]?.string ?? "")
      case .authorization, .discovery, .other: return nil
      }
    }
  }

  /// The first error of one of these codes, when the same client did not get through afterwards.
  func lastingError(_ codes: Set<String>) -> ProviderError? {
    providerErrors.first { codes.contains($0.code) && !succeedsLater($0.exchange) }
  }

  /// Whether the same was tried again later, and worked.
  func succeedsLater(_ exchange: Exchange) -> Bool {
    exchanges[(exchange.index + 1)...].contains {
      $0.client == exchange.client && $0.server == exchange.server
        && $0.message.kind == exchange.message.kind && $0.message["error"] == nil
        && (200..<400).contains($0.status)
    }
  }
}
