extension Defence {
  static let customHeader = Defence(
    "custom-header", "Requests of the page carry a header that no form can send",
    stops: "requests that another page makes the browser send (CSRF)",
    reference: "OWASP ASVS 3.5.1", checks: ["custom-header"])
}
