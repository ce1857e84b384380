extension AuditRule {
  static let boundedWork = AuditRule(
    "jwe-bounds", .warning, "Opening a token costs no more than it may",
    why: "p2c asks for as many rounds as the sender likes, and compressed content grows a "
      + "thousandfold: one small token keeps a server busy.",
    remedy: "Bounds for rounds and for inflated size; better, no password-based algorithms and no "
      + "compression.",
    references: ["RFC 8725 3.6", "RFC 7516 11.5", "CWE-409"],
    scenario: "jwt/bombs#no-bounds", sees: [.run], subject: "encrypted tokens",
    blindness: .insideServer(
      "What bounds a server sets",
      tryOut: "Send a token with p2c of ten million, and look how long the answer takes.")
  ) { view in view.unchecked(["work-factor", "inflated-size"]) }
}
