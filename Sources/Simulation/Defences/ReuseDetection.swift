extension Defence {
  static let reuseDetection = Defence(
    "reuse-detection", "A refresh token used twice ends the whole family",
    stops: "a thief who was faster than the owner",
    reference: "RFC 9700 4.14.2", behaviours: ["revoke the family"])
}
