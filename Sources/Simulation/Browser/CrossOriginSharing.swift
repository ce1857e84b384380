import Wire

/// The browser's side of Cross-Origin Resource Sharing (Fetch 3.3): what a page may ask of another
/// origin, and whether its script may read the answer.
enum CrossOriginSharing {
  /// Why a script does not get what it asked for.
  struct Obstacle: Error {
    let sentence: String
  }

  /// Header names that a form or a picture could send too, whatever they say.
  private static let safelisted: Set = ["accept", "accept-language", "content-language"]
  private static let simpleTypes: Set = [
    "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
  ]

  /// The header names that a preflight has to ask for, in lower case and in order.
  static func unsafeHeaders(of visit: Visit) -> [String] {
    visit.headers.compactMap { field -> String? in
      let name = ASCII.lowercased(field.name)
      if safelisted.contains(name) { return nil }
      if name == "content-type" {
        let type = field.value.split(separator: ";").first.map { ASCII.trimmed($0) } ?? ""
        return simpleTypes.contains(ASCII.lowercased(type)) ? nil : name
      }
      return name
    }.sorted()
  }

  /// Whether the browser asks first: what no form could have sent needs leave (Fetch 4.8).
  static func needsPreflight(_ visit: Visit) -> Bool {
    guard visit.isCrossOriginFetch else { return false }
    return !["GET", "HEAD", "POST"].contains(visit.method) || !unsafeHeaders(of: visit).isEmpty
  }

  /// The question before the request; it never carries cookies.
  static func preflight(for visit: Visit) -> Visit {
    var out = Visit(client: visit.client, method: "OPTIONS", url: visit.url)
    out.initiator = visit.initiator
    out.purpose = .fetch(.omit)
    out.headers = [Pair("Access-Control-Request-Method", visit.method)]
    let names = unsafeHeaders(of: visit)
    if !names.isEmpty {
      out.headers.append(Pair("Access-Control-Request-Headers", names.joined(separator: ",")))
    }
    return out
  }

  /// Throws when the answer to the preflight does not permit the request.
  static func judge(preflight answer: Response, for visit: Visit) throws(Obstacle) {
    try judge(answer, for: visit)
    guard (200..<300).contains(answer.status) else {
      throw Obstacle(sentence: "the preflight was answered with \(answer.status)")
    }
    let methods = list(answer, "Access-Control-Allow-Methods")
    let isSimple = ["GET", "HEAD", "POST"].contains(visit.method)
    guard isSimple || methods.contains(visit.method) else {
      throw Obstacle(sentence: "the server does not allow the method \(visit.method)")
    }
    let allowed = list(answer, "Access-Control-Allow-Headers").map { ASCII.lowercased($0) }
    for name in unsafeHeaders(of: visit) where !allowed.contains(name) {
      throw Obstacle(sentence: "the server does not allow the header \(name)")
    }
  }

  /// Throws when the script may not read the answer (Fetch 4.10).
  static func judge(_ answer: Response, for visit: Visit) throws(Obstacle) {
    guard visit.isCrossOriginFetch, let origin = visit.initiator?.origin else { return }
    let allowed = answer.headers["Access-Control-Allow-Origin"]
    let sendsCookies = visit.hasCredentials
    if allowed == "*", !sendsCookies { return }
    guard allowed == origin else {
      let found = allowed.map { "it allows \($0)" } ?? "it allows no other origin"
      throw Obstacle(sentence: "the server does not share its answer with \(origin): \(found)")
    }
    if sendsCookies, answer.headers["Access-Control-Allow-Credentials"] != "true" {
      throw Obstacle(sentence: "the server does not allow requests with cookies")
    }
  }

  /// Whether a script sees that header of another origin's answer (Fetch 3.3.3).
  static func exposes(_ name: String, in answer: Response?) -> Bool {
    guard let answer else { return false }
    return list(answer, "Access-Control-Expose-Headers").contains { ASCII.equalFolded($0, name) }
  }

  private static func list(_ answer: Response, _ name: String) -> [String] {
    (answer.headers[name] ?? "").split(separator: ",").map { ASCII.trimmed($0) }
  }
}
