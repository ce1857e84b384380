extension Defence {
  static let safeMethods = Defence(
    "safe-methods", "A GET changes nothing",
    stops: "changes made by a mere link",
    reference: "RFC 9110 9.2.1", checks: ["changes-by-post"])
}
