import Cryptography
import Tokens
import Wire

/// Decoded tokens as JSON, in the shape of docs/json.md.
struct DecodedJSON {
  let now: Int
  let reveals: Bool

  func value(_ token: DecodedToken) -> JSONValue {
    [
      "verified": false,
      "kind": token.kind == .signed ? "signed" : "encrypted",
      "form": .string("\(token.form)"),
      "span": span(token.span),
      "bytes": .integer(token.byteCount),
      "text": text(token).map { .string($0) } ?? .null,
      "header": token["header"].map(object) ?? .null,
      "payload": token["payload"].map(object) ?? .null,
      "parts": .array(token.parts.map { part($0, of: token) }),
      "notes": .array(token.notes.map(note)),
      "certificates": .array(token.certificates.map(certificate)),
      "nested": .array(token.nested.map(value)),
    ]
  }

  private func text(_ token: DecodedToken) -> String? {
    reveals ? token.text : Masking.compactText(token)
  }

  /// The part's JSON with each name once, so that every reader sees the same; all of them, in
  /// their order, stand in `members`.
  private func object(_ part: DecodedPart) -> JSONValue {
    part.document.map { shown($0.value.withoutRepetitions) } ?? .null
  }

  private func shown(_ value: JSONValue) -> JSONValue {
    reveals ? value : Masking.secrets(in: value)
  }

  private func part(_ part: DecodedPart, of token: DecodedToken) -> JSONValue {
    var object: JSONObject = [
      "name": .string(part.name), "span": span(part.span), "bytes": .integer(part.bytes.count),
      "members": .array(part.members.map(member)),
    ]
    if part.document == nil, part.members.isEmpty {
      let isShown = reveals || !Masking.hides(part, of: token)
      let text = String(validating: part.bytes, as: UTF8.self)
      object["base64url"] = .string(isShown ? Base64.url(part.bytes) : Masking.mark)
      object["text"] = isShown && !Masking.isOpaque(part) ? text.map { .string($0) } : nil
    }
    return .object(object)
  }

  private func member(_ member: DecodedMember) -> JSONValue {
    [
      "name": .string(member.name), "value": shown(member.value.withoutRepetitions),
      "span": span(member.span), "repeated": .bool(member.isRepeated),
      "meaning": member.meaning.map { .string($0.meaning) } ?? .null,
      "reference": member.meaning.map { $0.reference.isEmpty ? .null : .string($0.reference) }
        ?? .null,
      "time": member.time.map(time) ?? .null,
    ]
  }

  private func time(_ time: TimeReading) -> JSONValue {
    [
      "seconds": .integer(time.seconds), "unit": .string(time.unit.name),
      "utc": .string(time.text()),
      "local": .string(time.text(offset: Clock.offset(at: time.seconds))),
      "relative": .string(time.relative(to: now)),
    ]
  }

  private func note(_ note: TokenNote) -> JSONValue {
    [
      "sentence": .string(note.sentence), "part": note.part.map { .string($0) } ?? .null,
      "span": note.span.map(span) ?? .null,
    ]
  }

  private func certificate(_ certificate: Certificate) -> JSONValue {
    [
      "subject": .string(certificate.subject), "issuer": .string(certificate.issuer),
      "not_before": date(certificate.notBefore), "not_after": date(certificate.notAfter),
    ]
  }

  private func date(_ seconds: Int64?) -> JSONValue {
    seconds.map { .string(CalendarDate(secondsSince1970: $0).text) } ?? .null
  }

  private func span(_ range: Range<Int>) -> JSONValue {
    [.integer(range.lowerBound), .integer(range.upperBound)]
  }
}

extension JSONValue {
  /// The value with each name once in its object, the first that stands there.
  var withoutRepetitions: JSONValue {
    switch self {
    case .null, .bool, .number, .string: return self
    case .array(let elements): return .array(elements.map(\.withoutRepetitions))
    case .object(let object):
      var seen: Set<[UInt8]> = []
      let members = object.members.filter { seen.insert(Array($0.name.utf8)).inserted }
      return .object(
        JSONObject(members.map { JSONMember($0.name, $0.value.withoutRepetitions) }))
    }
  }
}
