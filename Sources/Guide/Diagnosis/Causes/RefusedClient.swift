import Trace
import Wire

extension DiagnosedCause {
  /// The provider does not accept the client.
  static let refusedClient = DiagnosedCause(
    id: "client-refused", title: "The provider refuses the client",
    reference: "RFC 6749 5.2 and 4.1.2.1",
    remedy: "Compare client id, client secret and the way of authentication (Basic, form, signed "
      + "assertion) with what is registered, and see whether the client may use this grant.",
    scenario: "oauth/client-credentials#looked-up",
    find: { reading in
      reading.lastingError(["invalid_client", "unauthorized_client"]).map { error in
        Found(
          what: "\(error.exchange.url.host) says \(error.words).",
          evidence: [Evidence(error.exchange.place, error.exchange.outcome)])
      }
    })
}
