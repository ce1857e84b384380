internal import CCurl
import Wire

/// Why a document could not be fetched. `detail` is libcurl's own account.
package enum NetworkFailure: Error, Hashable, Sendable {
  case unsupportedScheme(String)
  case plainText(url: String)
  case noLibrary(missing: String)
  case noSuchHost(String)
  case noConnection(origin: String, detail: String)
  case timedOut(origin: String, detail: String)
  case untrusted(origin: String, detail: String)
  case tlsFailed(origin: String, detail: String)
  case headerTooLarge(origin: String, limit: Int)
  case bodyTooLarge(origin: String, limit: Int)
  case brokenAnswer(origin: String, detail: String)
  case failed(origin: String, detail: String)

  package var message: String {
    switch self {
    case .unsupportedScheme(let scheme):
      "Only https addresses can be fetched, and http on this machine; not \(scheme)."
    case .plainText(let url):
      "\(url) is not fetched: over plain http anybody on the way can put keys of their own in"
        + " its place. Use https; http is for this machine alone."
    case .noLibrary(let missing):
      "The network needs libcurl, and \(missing) was not found. On Debian: apt install libcurl4."
    case .noSuchHost(let host): "There is no host named \(host), or no name server answered."
    case .noConnection(let origin, let detail): "No connection to \(origin): \(detail)."
    case .timedOut(let origin, let detail): "\(origin) took too long: \(detail)."
    case .untrusted(let origin, let detail):
      "The certificate of \(origin) is not trusted: \(detail)."
    case .tlsFailed(let origin, let detail): "No TLS connection to \(origin): \(detail)."
    case .headerTooLarge(let origin, let limit):
      "The header section of \(origin) is larger than \(limit) bytes."
    case .bodyTooLarge(let origin, let limit):
      "The document at \(origin) is larger than \(limit) bytes."
    case .brokenAnswer(let origin, let detail): "\(origin) did not answer in HTTP: \(detail)."
    case .failed(let origin, let detail): "Fetching from \(origin) failed: \(detail)."
    }
  }
}

extension NetworkFailure {
  /// Nil for a transfer that came to its end.
  init?(
    _ result: authscope_fetch_result, url: WireURL, limits: HTTPClient.Limits,
    overflow: Reception.Overflow?, detail: String
  ) {
    let origin = url.origin
    switch (result, overflow) {
    case (AUTHSCOPE_FETCHED, _): return nil
    case (_, .header): self = .headerTooLarge(origin: origin, limit: limits.headerBytes)
    case (_, .body): self = .bodyTooLarge(origin: origin, limit: limits.bodyBytes)
    case (AUTHSCOPE_NO_LIBRARY, nil): self = .noLibrary(missing: detail)
    case (AUTHSCOPE_NO_SUCH_HOST, nil): self = .noSuchHost(url.host)
    case (AUTHSCOPE_NO_CONNECTION, nil): self = .noConnection(origin: origin, detail: detail)
    case (AUTHSCOPE_TIMED_OUT, nil): self = .timedOut(origin: origin, detail: detail)
    case (AUTHSCOPE_UNTRUSTED, nil): self = .untrusted(origin: origin, detail: detail)
    case (AUTHSCOPE_TLS_FAILED, nil): self = .tlsFailed(origin: origin, detail: detail)
    case (AUTHSCOPE_BROKEN_ANSWER, nil): self = .brokenAnswer(origin: origin, detail: detail)
    default: self = .failed(origin: origin, detail: detail)
    }
  }
}
