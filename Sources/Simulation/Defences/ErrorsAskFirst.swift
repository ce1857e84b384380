extension Defence {
  static let errorsAskFirst = Defence(
    "errors-ask-first", "Errors redirect nobody who has not signed in",
    stops: "links to the provider that lead to a page of somebody else",
    reference: "RFC 9700 4.11.2", standard: "off", behaviours: ["show the error here first"])
}
