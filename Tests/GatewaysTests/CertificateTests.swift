import Gateways
import Testing
import Wire

@Suite(.enabled(if: TLSServer.command != nil, "the openssl command is not installed"))
struct `Certificates of servers` {
  private func failure(_ server: TLSServer, _ trust: HTTPClient.Trust) -> NetworkFailure? {
    let url = WireURL(scheme: "https", host: "127.0.0.1", port: server.port, path: "/")
    do throws(NetworkFailure) {
      let response = try HTTPClient(agent: "a", trust: trust).get(url, accept: "*/*")
      #expect(response.status == 200)
      return nil
    } catch { return error }
  }

  private func isUntrusted(_ failure: NetworkFailure?) -> Bool {
    guard case .untrusted? = failure else { return false }
    return true
  }

  @Test func `a certificate that no authority signed is refused, unless it is named`() throws {
    let server = try TLSServer(command: #require(TLSServer.command), for: "IP:127.0.0.1")
    #expect(isUntrusted(failure(server, .systemAuthorities)))
    #expect(failure(server, .authorities(path: server.certificate)) == nil)
  }

  @Test func `a trusted certificate for another host is refused`() throws {
    let server = try TLSServer(command: #require(TLSServer.command), for: "DNS:other.test")
    #expect(isUntrusted(failure(server, .authorities(path: server.certificate))))
  }

  @Test func `a file of authorities that is not there is no reason to trust`() throws {
    let server = try TLSServer(command: #require(TLSServer.command), for: "IP:127.0.0.1")
    #expect(isUntrusted(failure(server, .authorities(path: "/nowhere/authorities.pem"))))
  }
}
