extension AuditRule {
  static let messageTargets = AuditRule(
    "oauth-post-message", .error, "Windows tell each other secrets by name of origin",
    why: "A window that answers whoever opened it tells the code to any page; one that listens to "
      + "whoever speaks takes an attacker's.",
    remedy: "A target origin with postMessage, never *, and a check of event.origin.",
    references: ["HTML 9.3.2", "RFC 9700 4.17", "OWASP ASVS 3.5.5", "CWE-346"],
    scenario: "oauth/post-message#to-anybody", sees: [.run], subject: "messages between windows",
    blindness: .insideServer(
      "What windows say to each other",
      tryOut: "Search the pages' scripts for postMessage with \"*\" and for listeners that do not "
        + "look at event.origin.")
  ) { view in
    var look = view.unchecked(["message-origin"])
    look.add(view.omitted("target-origin"))
    return look
  }
}
