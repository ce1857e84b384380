internal import CCurl
import Wire

/// Fetches small documents of real servers: key sets and discovery documents.
///
/// Every certificate is verified and no redirect is followed: who answers for an issuer's keys is
/// the whole of their worth (RFC 9700 4.11, RFC 8414 6.2). Over plain HTTP only this machine is
/// asked.
package struct HTTPClient: Sendable {
  package struct Limits: Sendable {
    package var connectMilliseconds = 5_000
    package var totalMilliseconds = 15_000
    package var bodyBytes = 1 << 20
    package var headerBytes = 64 << 10

    package init() {}
  }

  /// Whose signature on a server's certificate counts.
  package enum Trust: Sendable {
    case systemAuthorities
    /// A PEM file, for a provider with an authority of its own.
    case authorities(path: String)
  }

  private let agent: String
  private let limits: Limits
  private let trust: Trust

  package init(agent: String, limits: Limits = Limits(), trust: Trust = .systemAuthorities) {
    self.agent = agent
    self.limits = limits
    self.trust = trust
  }

  /// Any status is an answer, a redirect too; what is no answer is thrown.
  package func get(_ url: WireURL, accept: String) throws(NetworkFailure) -> FetchedResponse {
    try refuseUnlessPrivate(url)
    var target = url
    target.fragment = nil
    var reception = Reception(limits: limits)
    var status = 0
    var detail = [CChar](repeating: 0, count: 512)
    let result = withUnsafeMutablePointer(to: &reception) { reception in
      perform(target, accept, into: reception, status: &status, detail: &detail)
    }
    if let failure = NetworkFailure(
      result, url: url, limits: limits, overflow: reception.overflow, detail: Self.text(detail))
    {
      throw failure
    }
    return FetchedResponse(
      status: status, headers: Headers(reception.fields), body: reception.body)
  }

  private func refuseUnlessPrivate(_ url: WireURL) throws(NetworkFailure) {
    switch url.scheme {
    case "https": return
    case "http" where Loopback.isLoopback(url.host): return
    case "http": throw .plainText(url: url.text)
    case let scheme: throw .unsupportedScheme(scheme)
    }
  }

  private func perform(
    _ url: WireURL, _ accept: String, into reception: UnsafeMutablePointer<Reception>,
    status: inout Int, detail: inout [CChar]
  ) -> authscope_fetch_result {
    url.text.withCString { url_ in
      accept.withCString { accept in
        agent.withCString { agent in
          withAuthorities { authorities in
            var fetch = authscope_fetch(
              url: url_, accept: accept, user_agent: agent, authorities: authorities,
              direct: Loopback.isLoopback(url.host),
              connect_milliseconds: limits.connectMilliseconds,
              total_milliseconds: limits.totalMilliseconds,
              header: { Reception.at($0).takeHeader($1, $2) },
              body: { Reception.at($0).takeBody($1, $2) }, context: reception)
            return authscope_fetch(&fetch, &status, &detail, detail.count)
          }
        }
      }
    }
  }

  private func withAuthorities<T>(_ body: (UnsafePointer<CChar>?) -> T) -> T {
    switch trust {
    case .systemAuthorities: body(nil)
    case .authorities(let path): path.withCString { body($0) }
    }
  }

  private static func text(_ detail: [CChar]) -> String {
    String(decoding: detail.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
