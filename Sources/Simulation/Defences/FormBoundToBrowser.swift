extension Defence {
  static let formBoundToBrowser = Defence(
    "form-bound-to-browser", "The provider's sign-in form counts where it was shown",
    stops: "a browser that is signed in with somebody else's password (login CSRF)",
    reference: "RFC 9700 4.7", checks: ["form-from-this-browser"])
}
