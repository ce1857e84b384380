extension Defence {
  static let pageReferrer = Defence(
    "referrer-policy", "Pages do not tell their address to other sites",
    stops: "codes and states that leak in the Referer header",
    reference: "RFC 9700 4.2.4", levels: ["unsafe-url", "browser", "no-referrer"],
    standard: "browser", behaviours: ["Referrer-Policy on every page"])
}
