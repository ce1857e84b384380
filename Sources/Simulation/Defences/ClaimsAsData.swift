extension Defence {
  static let claimsAsData = Defence(
    "claims-as-data", "Claims are written by a JSON writer, never pasted together",
    stops: "claims smuggled into a text that a user may choose",
    reference: "RFC 8259 7", behaviours: ["escape what the user has typed"])
}
