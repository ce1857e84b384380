extension Defence {
  static let frameAncestors = Defence(
    "frame-ancestors", "The provider's pages are shown in no frame",
    stops: "clicks that were meant for another page (clickjacking)",
    reference: "RFC 9700 4.16", levels: ["off", "x-frame-options", "frame-ancestors"],
    behaviours: ["X-Frame-Options and frame-ancestors on every page"])
}
