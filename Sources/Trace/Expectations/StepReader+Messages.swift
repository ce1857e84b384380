import Wire

extension StepReader {
  /// The last answer to what the step itself sent, not to what servers asked each other.
  var lastResponse: ReceivedResponse? {
    records.last { $0.path.isTopLevel && $0.event.received != nil }?.event.received
  }

  /// The last answer from a token endpoint, whoever asked it (RFC 6749 3.2).
  var lastTokenResponse: ReceivedResponse? {
    for index in records.indices.reversed() {
      guard let response = records[index].event.received else { continue }
      let question = records[..<index].last {
        $0.path == records[index].path && $0.event.sent != nil
      }
      if let path = question?.event.sent?.request.url.path, path.hasSuffix("/token") {
        return response
      }
    }
    return nil
  }

  /// What a person reads in the body: a page without its tags, anything else as it is.
  static func readableText(of response: Response) -> String {
    let type = response.headers["Content-Type"].map { ASCII.lowercased($0) } ?? ""
    return type.hasPrefix("text/html") ? HTMLText.visibleText(of: response.body) : response.body
  }

  /// The `error` of a JSON body (RFC 6749 5.2), else of the redirect that carries it in its query
  /// or its fragment (RFC 6749 4.1.2.1, 4.2.2.1).
  static func protocolError(of response: Response) -> String? {
    if let body = try? JSONValue.parse(response.body, limits: .lenient),
      let error = body["error"]
    {
      return error.plainText
    }
    guard let location = response.headers["Location"] else { return nil }
    let parts = location.split(separator: "#", maxSplits: 1)
    let query = parts.first?.split(separator: "?", maxSplits: 1).dropFirst().first
    let fragment = parts.dropFirst().first
    return [query, fragment].compactMap { $0 }.lazy
      .compactMap { FormCoding.parse($0)["error"] }.first
  }

  func header(_ name: String) -> Observation {
    let values = lastResponse?.response.headers.all(name) ?? []
    // Several fields of one name are one list (RFC 9110 5.3).
    return values.isEmpty ? .absent : .text(values.joined(separator: ", "))
  }

  func json(_ path: String) -> Observation {
    guard let body = lastResponse?.response.body,
      let value = try? JSONValue.parse(body, limits: .lenient)
    else { return .absent }
    return value.member(atPath: path).map(Observation.of) ?? .absent
  }

  /// The Set-Cookie of the last answer that sets the cookie; one that deletes it makes it absent.
  func cookie(_ name: String) -> Observation {
    for record in records.reversed() where record.path.isTopLevel {
      guard let response = record.event.received?.response else { continue }
      for header in response.headers.all("Set-Cookie").reversed() {
        guard let cookie = try? SetCookie.parse(header), cookie.name.hasSameBytes(as: name)
        else { continue }
        if cookie.isDeletion(at: record.time) { return .absent }
        let attributes = header.split(separator: ";").dropFirst().map { ASCII.trimmed($0) }
        return .cookie(value: cookie.value, attributes: attributes)
      }
    }
    return .absent
  }
}

extension SetCookie {
  /// Whether it takes the cookie away: its time is over already, or it leaves an empty value.
  func isDeletion(at now: Instant) -> Bool {
    if value.isEmpty { return true }
    if let maxAge { return maxAge <= 0 }
    return expires.map { $0 <= now.milliseconds } ?? false
  }
}
