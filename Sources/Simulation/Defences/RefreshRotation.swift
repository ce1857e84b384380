extension Defence {
  static let refreshRotation = Defence(
    "refresh-rotation", "A refresh token works once",
    stops: "a stolen refresh token used beside its owner's",
    reference: "RFC 9700 4.14.2", checks: ["refresh-unused"],
    behaviours: ["hand out a new refresh token"])
}
