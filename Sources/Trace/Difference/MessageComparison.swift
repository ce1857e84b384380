import Wire

/// Two messages at the same place of two runs.
struct MessageComparison {
  let sides: Sides
  /// Indices of beats.
  let here: Int
  let there: Int

  /// What differs, in the order of a message; empty when nothing does.
  var fields: [FieldDifference] {
    let left = record(sides.here, here)
    let right = record(sides.there, there)
    if let a = left.event.sent, let b = right.event.sent { return request(a, b) }
    if let a = left.event.received, let b = right.event.received { return response(a, b) }
    return []
  }

  private func record(_ side: Side, _ beat: Int) -> Record {
    side.trace.records[side.beats[beat].record]
  }

  private func request(_ left: SentRequest, _ right: SentRequest) -> [FieldDifference] {
    let a = left.request
    let b = right.request
    return pair("method", a.method, b.method) + pair("URL", a.url.base, b.url.base)
      + parties("sent to", left.to, left.instance, right.to, right.instance)
      + pairs("query", a.url.query, b.url.query) + headers(a.headers, b.headers)
      + body(a.headers, a.body, b.body)
  }

  private func response(
    _ left: ReceivedResponse, _ right: ReceivedResponse
  ) -> [FieldDifference] {
    let a = left.response
    let b = right.response
    return pair("status", String(a.status), String(b.status))
      + parties("answered by", left.from, left.instance, right.from, right.instance)
      + headers(a.headers, b.headers) + body(a.headers, a.body, b.body)
  }

  private func parties(
    _ what: String, _ left: PartyID, _ i: UInt8, _ right: PartyID, _ j: UInt8
  ) -> [FieldDifference] {
    pair(
      what, sides.here.trace.name(of: left, instance: i),
      sides.there.trace.name(of: right, instance: j))
  }

  private func pair(_ what: String, _ left: String?, _ right: String?) -> [FieldDifference] {
    if let left, let right { return sides.same(left, right) ? [] : inside(what, left, right) }
    if left == nil, right == nil { return [] }
    let words = "\(what) only \(left == nil ? "there" : "here")"
    return [
      FieldDifference(what, sides.masked(here: left), sides.masked(there: right), words)
    ]
  }

  /// What of two values differs: a token's claims, a URL's parameters, or all of it.
  private func inside(_ what: String, _ left: String, _ right: String) -> [FieldDifference] {
    if let a = WireURL(left), let b = WireURL(right), a.base == b.base, a.query != b.query {
      let parameters = pairs("query", a.query, b.query)
      if !parameters.isEmpty { return parameters.map { $0.inside(what) } }
    }
    if let shown = sides.shownApart(left, right) {
      let words = "\(what) \(shown.0) here, \(shown.1) there"
      return [
        FieldDifference(what, sides.masked(here: left), sides.masked(there: right), words)
      ]
    }
    return TokenComparison(left, right, sides).map { $0.fields.map { $0.inside(what) } }
      ?? [FieldDifference(what, nil, nil, "\(what) differs")]
  }

  /// The names whose values differ, in the order here; then the names that are only there.
  private func pairs(_ what: String, _ left: [Pair], _ right: [Pair]) -> [FieldDifference] {
    var told: Set<String> = []
    return (left + right).map(\.name).filter { told.insert($0).inserted }.flatMap { name in
      pair("\(what) \(name)", joined(left, name), joined(right, name))
    }
  }

  private func joined(_ pairs: [Pair], _ name: String) -> String? {
    let values = pairs.all(name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  private func headers(_ left: Headers, _ right: Headers) -> [FieldDifference] {
    pairs("header", left.fields, right.fields)
  }

  private func body(_ headers: Headers, _ left: String, _ right: String) -> [FieldDifference] {
    if sides.same(left, right) { return [] }
    let type = headers["Content-Type"] ?? ""
    if type.hasPrefix("application/x-www-form-urlencoded") {
      let found = pairs("form", FormCoding.parse(left), FormCoding.parse(right))
      if !found.isEmpty { return found }
    }
    if let a = try? JSONValue.parse(left, limits: .lenient).object,
      let b = try? JSONValue.parse(right, limits: .lenient).object
    {
      let found = pairs("member", Self.members(a), Self.members(b))
      if !found.isEmpty { return found }
    }
    let apart = zip(left.utf8, right.utf8).prefix { $0 == $1 }.count
    return [
      FieldDifference(
        "body", sides.masked(here: left), sides.masked(there: right),
        "the body differs from byte \(apart) on")
    ]
  }

  private static func members(_ object: JSONObject) -> [Pair] {
    object.members.map { Pair($0.name, $0.value.plainText) }
  }
}
