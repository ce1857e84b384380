import Trace
import Wire

/// Why the file shows other cookies than the jar would have sent.
enum JarWords {
  static let unknown =
    "no answer in the file sets it: it was there before the recording began, or a script set it"
  static let otherValue =
    "with another value than the file's answers gave it: a script, or an answer that is not in "
    + "the file, has changed it"
  static let computed = "worked out from Set-Cookie; the file does not show what was sent"

  static func against(_ obstacle: String) -> String {
    "the file shows that it was sent, though the rules would have kept it back (\(obstacle))"
  }

  static func unexplained(_ exchange: ImportedExchange, _ context: CookieContext) -> String {
    let isForeign = context.initiator.map { !$0.contains(exchange.url) } ?? false
    if context.target == .subrequest, isForeign {
      return "the file shows that it was not sent: the browser blocks third-party cookies, or the "
        + "script did not ask for credentials"
    }
    if context.target == .subrequest, exchange.request.headers["Sec-Fetch-Mode"] == "cors" {
      return "the file shows that it was not sent: a script's request carries cookies to another "
        + "origin only with credentials: \"include\""
    }
    return "the file shows that it was not sent, and no rule says why: it was deleted in between, "
      + "by a script, by hand, or by an answer that is not in the file"
  }
}
