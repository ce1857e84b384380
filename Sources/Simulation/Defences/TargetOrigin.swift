extension Defence {
  static let targetOrigin = Defence(
    "target-origin", "A page posts its answer to its own origin only",
    stops: "a window of somebody else that is told the code",
    reference: "HTML 9.3.2", behaviours: ["name the receiver's origin"])
}
