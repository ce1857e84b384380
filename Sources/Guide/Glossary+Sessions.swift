extension Glossary {
  static let sessions: [Term] = [
    Term(
      "authentication", "Finding out who somebody is.", aliases: ["authenticate"]),
    Term(
      "authorization", "Deciding what somebody may do. It comes after authentication.",
      aliases: ["authorize"]),
    Term(
      "session",
      "What a server remembers of a visitor between requests: a row in its store, found "
        + "by the id that the browser sends.", aliases: ["server session"]),
    Term(
      "session id",
      "A random value that stands for a session. Whoever sends it is taken for its "
        + "owner.", aliases: ["sid"]),
    Term(
      "store",
      "Where a server keeps its rows: in its own memory, or in a database that all "
        + "instances share.", aliases: ["session store"]),
    Term(
      "cookie",
      "A small value that a server gives a browser and that the browser sends back with "
        + "every request to that site.", "RFC 6265bis", aliases: ["cookies"]),
    Term(
      "HttpOnly", "A cookie attribute: scripts in the page cannot read the cookie.",
      "RFC 6265bis 4.1.2.6"),
    Term(
      "Secure", "A cookie attribute: the browser sends the cookie over encrypted connections only.",
      "RFC 6265bis 4.1.2.5"),
    Term(
      "SameSite",
      "A cookie attribute: whether the browser sends the cookie when another site "
        + "makes it send a request.", "RFC 6265bis 4.1.2.7"),
    Term(
      "revoke", "To make a session or token worth nothing before it ends by itself.",
      aliases: ["revocation"]),
    Term(
      "origin", "Scheme, host and port of a URL together. Pages of one origin trust each other.",
      "RFC 6454 4"),
    Term(
      "site",
      "Scheme and registrable domain. app.example.com and api.example.com are one site and "
        + "two origins.", aliases: ["same-site", "cross-site"]),
    Term(
      "load balancer", "Gives each request to one of several instances of a server.",
      aliases: ["balancer", "round-robin"]),
    Term(
      "sticky session", "The balancer gives all requests of a client to one instance.",
      aliases: ["sticky"]),
    Term(
      "idle timeout", "A session ends when nobody has used it for so long.",
      aliases: ["timeout"]),
    Term("absolute timeout", "A session ends so long after it began, used or not."),
  ]
}
