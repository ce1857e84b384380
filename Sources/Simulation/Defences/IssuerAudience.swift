extension Defence {
  static let issuerAudience = Defence(
    "issuer-audience", "A client's assertion is for the issuer, by that name alone",
    stops: "an assertion that one provider gets, used at another",
    reference: "draft-ietf-oauth-rfc7523bis", checks: ["assertion-audience"],
    behaviours: ["name the issuer as the audience"])
}
