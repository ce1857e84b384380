import Trace
import Wire

extension AuditRule {
  static let discoveryIssuer = AuditRule(
    "oauth-discovery-issuer", .error, "Metadata names the issuer at whose address it lies",
    why: "Metadata that speaks of another issuer mixes one provider's endpoints with another's "
      + "name.",
    remedy: "Compare issuer with the address that was asked, to the letter, and stop.",
    references: ["RFC 8414 3.3", "OpenID Connect Discovery 4.3", "CWE-346"],
    scenario: "oauth/issuer-mismatch#believed", sees: [.run], subject: "metadata that was fetched",
    blindness: .insideServer(
      "What a client makes of metadata",
      tryOut: "Offer it metadata with another issuer: it has to refuse to go on.")
  ) { view in view.unchecked(["discovery-issuer"]) }
}
