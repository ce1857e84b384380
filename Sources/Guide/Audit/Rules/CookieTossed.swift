extension AuditRule {
  static let cookieTossed = AuditRule(
    "cookie-tossed", .warning, "No request brings two cookies of one name",
    why: "A sibling host has set a cookie of the same name with Domain, and the server takes "
      + "whichever comes first: somebody else's session.",
    remedy: "__Host- in the name; and refuse a request that brings the name twice.",
    references: ["RFC 6265bis 8.6", "CWE-565"], scenario: "session/cookie-tossing#plain-name",
    sees: [.run, .archive], subject: "requests with cookies", blindness: .noFlow
  ) { view in
    var look = AuditLook()
    for it in view.served {
      let names = it.request.cookies.map(\.name)
      if names.isEmpty { continue }
      look.subjects += 1
      let twice = names.enumerated().first { names[..<$0.offset].contains($0.element) }
      if let name = twice?.element {
        look.hit("\(it.line) comes with \(name) twice", at: it.place)
      }
    }
    return look
  }
}
