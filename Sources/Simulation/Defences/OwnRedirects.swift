extension Defence {
  static let ownRedirects = Defence(
    "own-redirects", "The client redirects to addresses of its own only",
    stops: "answers that are passed on to whoever wrote the link",
    reference: "RFC 9700 4.11.1", checks: ["own-target"])
}
