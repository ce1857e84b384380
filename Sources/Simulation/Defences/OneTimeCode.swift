extension Defence {
  static let oneTimeCode = Defence(
    "one-time-code", "A code works once", stops: "replayed codes",
    reference: "RFC 6749 4.1.2", checks: ["code-unused"], behaviours: ["mark the code as used"])
}
