import Trace

/// How to get a file in which nothing is missing, browser by browser.
enum MissingWords {
  /// Cookies and Authorization, which browsers leave out of files that people send around.
  static func sensitive(_ writer: ImportReport.Writer) -> String {
    switch writer {
    case .chrome:
      "In Chrome's DevTools open Settings, Preferences, Network, and switch on \"Allow to generate "
        + "HAR with sensitive data\"; then hold the export button of the Network panel down and "
        + "choose \"Export HAR (with sensitive data)\"."
    case .firefox:
      "Firefox writes cookies and Authorization with \"Save All As HAR\" in the Network panel; if "
        + "they are missing, somebody has cleaned the file."
    case .safari:
      "Safari's Web Inspector shows cookies of a request only when it was open before the page "
        + "was loaded: open it, reload, and export again from the Network tab."
    case .mitmproxy:
      "mitmproxy writes all headers: somebody has cleaned the file, or an addon removes them."
    case .authscope, .other:
      "Record again with a browser's developer tools and save the HAR with sensitive data, or use "
        + "mitmproxy: `mitmdump --set hardump=login.har`."
    }
  }

  static let backChannel =
    "Look into the app's log, or let the app use mitmproxy as its proxy "
    + "(`mitmdump --set hardump=back.har`, HTTPS_PROXY for the app)."

  static func bodies(_ writer: ImportReport.Writer) -> String {
    switch writer {
    case .chrome:
      "Open DevTools before the sign-in, switch on \"Preserve log\", and export before other pages "
        + "push the answers out of memory."
    case .firefox:
      "In about:config set devtools.netmonitor.har.includeResponseBodies to true and "
        + "devtools.netmonitor.responseBodyLimit to 0; open the Network panel before the sign-in, "
        + "with \"Persist Logs\"."
    case .safari:
      "Open the Web Inspector before the sign-in, with \"Preserve Log\" on; answers of pages that "
        + "were left are lost otherwise."
    case .mitmproxy:
      "mitmproxy leaves bodies out that it streams: unset stream_large_bodies."
    case .authscope, .other:
      "Record again with the developer tools open from the start, and save with contents."
    }
  }

  static func beginning(_ writer: ImportReport.Writer) -> String {
    let log =
      switch writer {
      case .firefox: "\"Persist Logs\""
      case .chrome, .safari, .mitmproxy, .authscope, .other: "\"Preserve log\""
      }
    return "Open a private window, open the developer tools with \(log) on, and only then the page "
      + "with the sign-in."
  }

  static let unanswered =
    "An extension, a blocked mixed content or CORS request, or a network error: try without "
    + "extensions, and see what the browser's console says."
}
