extension Defence {
  static let messageOrigin = Defence(
    "message-origin", "A page listens to messages of its own origin only",
    stops: "an answer that another page makes up", reference: "HTML 9.3.2",
    checks: ["message-origin"])
}
