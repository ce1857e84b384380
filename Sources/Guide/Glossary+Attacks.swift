extension Glossary {
  static let attacks: [Term] = [
    Term(
      "CSRF", "Another site makes the browser send a request, and the cookies go along.",
      "RFC 6749 10.12", aliases: ["cross-site request forgery"]),
    Term(
      "XSS", "An attacker's script runs in a page and can do what the page can.",
      aliases: ["cross-site scripting"]),
    Term("replay", "To send something again that was copied."),
    Term("forge", "To make a token that nobody issued.", aliases: ["forgery", "forged"]),
    Term("fixation", "To make the victim use a session id that the attacker knows."),
    Term(
      "code interception", "To catch the authorization code on its way to the client.",
      "RFC 7636 1", aliases: ["interception"]),
    Term(
      "defence",
      "A switch in these lessons: something that a server does, or leaves out, against "
        + "attacks.", aliases: ["defences"]),
    Term(
      "what-if", "The same run played again with one switch thrown, beside the first.",
      aliases: ["branch"]),
  ]
}
