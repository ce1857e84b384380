import Wire

/// One entry of a HAR, as far as it matters here (HAR 1.2, section "entries").
struct HAREntry {
  /// Milliseconds since 1970; nil when the file does not say or cannot be understood.
  var started: Int64?
  /// Milliseconds.
  var time: Int64 = 0
  var page: String?

  var method = ""
  var url = ""
  var requestHeaders: [Pair] = []
  var requestCookies: [Pair] = []
  var requestBody: String?
  var requestBodySize: Int64 = 0

  /// 0 where no answer came.
  var status = 0
  var responseHeaders: [Pair] = []
  /// The Set-Cookie lines that the list of cookies amounts to.
  var responseCookies: [String] = []
  var redirect = ""
  var type = ""
  /// Bytes of the body, as the file says.
  var contentSize: Int64 = 0
  var responseBody: String?
  /// Whether the file has the body, kept or not.
  var hasBody = false

  /// Chrome's and Safari's word for what asked: "document", "xhr", "image".
  var resource = ""
  /// The page or script that asked, by Chrome's word.
  var initiator: String?
  /// Why no answer came: "net::ERR_BLOCKED_BY_CLIENT".
  var failure: String?

  /// Of our own files: who sent it to whom, in which step, at which place.
  var from: String?
  var to: String?
  var step: String?
  var path: String?

  /// A picture, a style sheet, a script: counted and nothing else.
  var isFolded = false

  /// Whether enough is there to show.
  var isReadable: Bool { !method.isEmpty && !url.isEmpty }
}
