import Wire

/// Two messages at the same place of two runs.
struct MessageComparison {
  let sides: Sides
  /// Indices of beats.
  let here: Int
  let there: Int

  /// The first difference in words; nil when there is none.
  var words: String? {
    let left = record(sides.here, here)
    let right = record(sides.there, there)
    if let a = left.event.sent, let b = right.event.sent { return request(a, b) }
    if let a = left.event.received, let b = right.event.received { return response(a, b) }
    return nil
  }

  private func record(_ side: Side, _ beat: Int) -> Record {
    side.trace.records[side.beats[beat].record]
  }

  private func request(_ left: SentRequest, _ right: SentRequest) -> String? {
    let a = left.request
    let b = right.request
    let receiver = parties("sent to", left.to, left.instance, right.to, right.instance)
    return pair("method", a.method, b.method)
      ?? pair("URL", a.url.base, b.url.base) ?? receiver
      ?? pairs("query", a.url.query, b.url.query) ?? headers(a.headers, b.headers)
      ?? body(a.headers, a.body, b.body)
  }

  private func response(_ left: ReceivedResponse, _ right: ReceivedResponse) -> String? {
    let a = left.response
    let b = right.response
    return pair("status", String(a.status), String(b.status))
      ?? parties("answered by", left.from, left.instance, right.from, right.instance)
      ?? headers(a.headers, b.headers) ?? body(a.headers, a.body, b.body)
  }

  private func parties(
    _ what: String, _ left: PartyID, _ i: UInt8, _ right: PartyID, _ j: UInt8
  ) -> String? {
    pair(
      what, sides.here.trace.name(of: left, instance: i),
      sides.there.trace.name(of: right, instance: j))
  }

  private func pair(_ what: String, _ left: String?, _ right: String?) -> String? {
    switch (left, right) {
    case (nil, nil): return nil
    case (.some, nil): return "\(what) only here"
    case (nil, .some): return "\(what) only there"
    case (let left?, let right?):
      if sides.same(left, right) { return nil }
      return what + inside(left, right)
    }
  }

  /// What of two values differs: a token's claim, a URL's parameter, or all of it.
  private func inside(_ left: String, _ right: String) -> String {
    if let a = WireURL(left), let b = WireURL(right), a.base == b.base, a.query != b.query,
      let words = pairs("query", a.query, b.query)
    {
      return ": " + words
    }
    if let shown = sides.shownApart(left, right) { return " \(shown.0) here, \(shown.1) there" }
    return TokenComparison(left, right, sides).map { ": " + $0.words } ?? " differs"
  }

  /// The first name whose values differ, in the order here; then the names that are only there.
  private func pairs(_ what: String, _ left: [Pair], _ right: [Pair]) -> String? {
    for name in left.map(\.name) + right.map(\.name) {
      let words = pair("\(what) \(name)", joined(left, name), joined(right, name))
      if let words { return words }
    }
    return nil
  }

  private func joined(_ pairs: [Pair], _ name: String) -> String? {
    let values = pairs.all(name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  private func headers(_ left: Headers, _ right: Headers) -> String? {
    pairs("header", left.fields, right.fields)
  }

  private func body(_ headers: Headers, _ left: String, _ right: String) -> String? {
    if sides.same(left, right) { return nil }
    let type = headers["Content-Type"] ?? ""
    if type.hasPrefix("application/x-www-form-urlencoded") {
      let words = pairs("form", FormCoding.parse(left), FormCoding.parse(right))
      if let words { return words }
    }
    if let a = try? JSONValue.parse(left, limits: .lenient).object,
      let b = try? JSONValue.parse(right, limits: .lenient).object
    {
      let words = pairs("member", Self.members(a), Self.members(b))
      if let words { return words }
    }
    let apart = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
    return "the body differs from byte \(apart) on"
  }

  private static func members(_ object: JSONObject) -> [Pair] {
    object.members.map { Pair($0.name, $0.value.plainText) }
  }
}
