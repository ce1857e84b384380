extension Glossary {
  /// What the lessons on browsers and servers say besides.
  static let web: [Term] = [
    Term(
      "request",
      "A message that asks a server for something: a method, an address, fields, a body.",
      "RFC 9110 3.4", aliases: ["http request"]),
    Term(
      "response", "A server's answer: a status such as 200 or 403, fields, a body.",
      "RFC 9110 3.4", aliases: ["answer"]),
    Term(
      "status",
      "The number that says how a request went: 2xx well, 3xx look elsewhere, 4xx refused, "
        + "5xx the server failed.", "RFC 9110 15"),
    Term(
      "shared store",
      "One store for all instances of a server, so that any of them finds a session."),
    Term(
      "instance", "One of several copies of a server that do the same work.",
      aliases: ["instances"]),
    Term(
      "to ride a session",
      "To use a session from inside the victim's browser, without ever holding its id.",
      aliases: ["ride a session", "session riding"]),
    Term(
      "HSTS", "A server's wish that browsers come by https only, kept for a long time.", "RFC 6797",
      aliases: []),
    Term(
      "UUID",
      "A 128-bit identifier. It promises to be different from all others; not every kind "
        + "promises that nobody can guess it.", "RFC 9562 8"),
    Term(
      "__Host-",
      "The beginning of a cookie's name that makes the browser insist: Secure, Path=/, and "
        + "no Domain, so that no neighbour can set it.", "RFC 6265bis 4.1.3.2"),
    Term(
      "hash", "A short value computed from a longer one, that cannot be computed back.",
      aliases: ["hashed", "sha-256"]),
    Term(
      "CORS", "Rules by which a server lets scripts of other origins read its answers.",
      "WHATWG Fetch 3.3"),
    Term(
      "preflight",
      "A question (OPTIONS) that the browser asks a server before a script of another "
        + "origin may send something unusual.", "WHATWG Fetch 3.3"),
    Term(
      "credentials", "What a browser adds by itself to show who is there: cookies above all."),
    Term(
      "remember-me", "A cookie that signs somebody in again after the session has ended.",
      aliases: ["series"]),
    Term(
      "proxy",
      "A server in front of others that takes their requests and passes them on, often the "
        + "one that ends TLS.", aliases: ["reverse proxy", "gateway"]),
    Term(
      "TLS", "Encryption and proof of the server's name for a connection: the s in https.",
      "RFC 8446", aliases: ["https"]),
    Term(
      "localStorage",
      "What scripts of an origin can keep in a browser, and what every script of that "
        + "origin can read."),
    Term(
      "postMessage",
      "How a window hands a message to another one; each side has to look at the "
        + "other's origin.", "WHATWG HTML 9.3"),
    Term("frame", "A page inside a page, of the same or of another site.", aliases: ["iframe"]),
    Term(
      "clickjacking",
      "An invisible frame over a harmless page: the victim clicks on what they do not "
        + "see.", "RFC 9700 4.16"),
    Term(
      "login CSRF", "To sign the victim in to the attacker's own account, unnoticed.",
      "RFC 6749 10.12"),
    Term(
      "open redirector", "A page that sends the browser to any address that its link asks for.",
      "RFC 9700 4.11", aliases: ["open redirect"]),
  ]
}
