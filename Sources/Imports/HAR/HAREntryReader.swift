import Wire

/// Reads one entry of a HAR.
///
/// Headers and bodies are passed over first and looked at when it is known what was asked for: most
/// entries of a real file are pictures and scripts.
struct HAREntryReader {
  private var entry = HAREntry()
  private var requestHeaders: Range<Int>?
  private var responseHeaders: Range<Int>?
  private var responseCookies: Range<Int>?
  private var text: Range<Int>?
  private var isBase64 = false

  /// Reads into the entry as it goes, so that what stands before a damage is not lost.
  static func read(
    _ cursor: inout JSONCursor, into entry: inout HAREntry
  ) throws(JSONError) {
    var reader = HAREntryReader()
    do throws(JSONError) {
      try reader.members(&cursor)
      try reader.finish(cursor)
    } catch {
      try? reader.finish(cursor)
      entry = reader.entry
      throw error
    }
    entry = reader.entry
  }

  private mutating func members(_ cursor: inout JSONCursor) throws(JSONError) {
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "startedDateTime": entry.started = try cursor.stringIfAny().flatMap(HARTime.parse)
      case "time": entry.time = max(0, try cursor.integerIfAny() ?? 0)
      case "pageref": entry.page = try cursor.stringIfAny()
      case "request": try request(&cursor)
      case "response": try response(&cursor)
      case "_resourceType": entry.resource = try cursor.stringIfAny() ?? ""
      case "_initiator": try initiator(&cursor)
      case "_from": entry.from = try cursor.stringIfAny()
      case "_to": entry.to = try cursor.stringIfAny()
      case "_step": entry.step = try cursor.stringIfAny()
      case "_path": entry.path = try cursor.stringIfAny()
      default: try cursor.skip()
      }
    }
  }

  private mutating func request(_ cursor: inout JSONCursor) throws(JSONError) {
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "method": entry.method = try cursor.stringIfAny() ?? ""
      case "url": entry.url = try cursor.stringIfAny() ?? ""
      case "headers": requestHeaders = try cursor.skip()
      case "cookies": entry.requestCookies = try HARLists.pairs(&cursor)
      case "postData": try postData(&cursor)
      case "bodySize": entry.requestBodySize = try cursor.integerIfAny() ?? 0
      default: try cursor.skip()
      }
    }
  }

  private mutating func response(_ cursor: inout JSONCursor) throws(JSONError) {
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "status": entry.status = Int(clamping: try cursor.integerIfAny() ?? 0)
      case "headers": responseHeaders = try cursor.skip()
      case "cookies": responseCookies = try cursor.skip()
      case "content": try content(&cursor)
      case "redirectURL": entry.redirect = try cursor.stringIfAny() ?? ""
      case "_error": entry.failure = try cursor.stringIfAny()
      default: try cursor.skip()
      }
    }
  }

  private mutating func content(_ cursor: inout JSONCursor) throws(JSONError) {
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "mimeType": entry.type = ASCII.lowercased(try cursor.stringIfAny() ?? "")
      case "size": entry.contentSize = try cursor.integerIfAny() ?? 0
      case "encoding": isBase64 = try cursor.stringIfAny() == "base64"
      case "text":
        let isText = cursor.kind() == .string
        let span = try cursor.skip()
        // An empty text says that there is no body, or that it was left out.
        if isText, span.count > 2 { text = span }
      default: try cursor.skip()
      }
    }
  }

  private mutating func postData(_ cursor: inout JSONCursor) throws(JSONError) {
    var text: String?
    var parameters: [Pair] = []
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      switch name {
      case "text": text = try cursor.stringIfAny()
      case "params": parameters = try HARLists.pairs(&cursor)
      default: try cursor.skip()
      }
    }
    if text?.isEmpty ?? true, !parameters.isEmpty { text = FormCoding.encode(parameters) }
    entry.requestBody = text.map { BodyChoice.cut($0) }
  }

  private mutating func initiator(_ cursor: inout JSONCursor) throws(JSONError) {
    try cursor.membersIfAny { name, cursor throws(JSONError) in
      if name == "url" { entry.initiator = try cursor.stringIfAny() } else { try cursor.skip() }
    }
  }

  /// Decides what the entry is, and looks at the parts that were passed over as far as it matters.
  private mutating func finish(_ cursor: JSONCursor) throws(JSONError) {
    if let span = responseCookies {
      var inner = cursor.cursor(at: span.lowerBound)
      entry.responseCookies = try HARLists.setCookies(&inner)
    }
    if let span = responseHeaders {
      var inner = cursor.cursor(at: span.lowerBound)
      entry.responseHeaders = try HARLists.pairs(&inner)
    }
    entry.isFolded = StaticResource.matches(entry)
    entry.hasBody = text != nil
    if entry.isFolded {
      entry.responseHeaders = []
      return
    }
    if let span = requestHeaders {
      var inner = cursor.cursor(at: span.lowerBound)
      entry.requestHeaders = try HARLists.pairs(&inner)
    }
    if let text {
      entry.responseBody = try BodyChoice.body(
        cursor, text, isBase64: isBase64, type: entry.type, status: entry.status)
    }
  }
}
