import Trace
import Wire

/// A part of an answer that can be changed before it arrives.
package enum AnswerField: Hashable, Sendable {
  case status
  case header(String)
  /// The value of a cookie that the answer sets, and what stands behind it: `Path=/; HttpOnly`.
  case cookie(String)
  case attributes(String)
  /// A query parameter of the address in Location.
  case redirect(String)
  /// A member of the JSON body.
  case json(String)
  case body
}

/// A changed part of an answer; a nil value removes it.
package struct AnswerEdit: Hashable, Sendable {
  package let field: AnswerField
  package let value: EditValue?

  package init(field: AnswerField, value: EditValue?) {
    self.field = field
    self.value = value
  }
}

extension Response {
  /// What stands in a field; nil where the answer has none of that name.
  package func value(of field: AnswerField) -> String? {
    switch field {
    case .status: "\(status)"
    case .header(let name): headers[name]
    case .cookie(let name): line(ofCookie: name)?.value
    case .attributes(let name): line(ofCookie: name)?.attributes
    case .redirect(let name):
      headers["Location"].flatMap { WireURL($0) }.flatMap { $0.query[name] }
    case .json(let name): jsonBody?[name].map { $0.string ?? $0.text() }
    case .body: body
    }
  }

  /// A status that is no number of three digits leaves the answer as it is.
  package mutating func apply(_ edit: AnswerEdit, value: String?) {
    switch edit.field {
    case .status:
      if let number = value.flatMap({ Int($0) }), (100...599).contains(number) { status = number }
    case .header(let name): headers.set(name, value)
    case .cookie(let name):
      let attributes = line(ofCookie: name)?.attributes ?? ""
      setLine(ofCookie: name, value.map { CookieLine(name: name, $0, attributes) })
    case .attributes(let name):
      guard let old = line(ofCookie: name) else { return }
      setLine(ofCookie: name, CookieLine(name: name, old.value, value ?? ""))
    case .redirect(let name):
      guard var url = headers["Location"].flatMap({ WireURL($0) }) else { return }
      var pairs = url.query
      pairs.set(name, value)
      url.query = pairs
      headers.set("Location", url.text)
    case .json(let name):
      var object = jsonBody ?? JSONObject()
      let isText = object[name]?.string != nil
      object[name] = value.map { isText ? .string($0) : (try? JSONValue.parse($0)) ?? .string($0) }
      body = JSONValue.object(object).text()
    case .body: body = value ?? ""
    }
  }

  /// The body's members where it is a JSON object.
  package var jsonBody: JSONObject? {
    guard headers["Content-Type"]?.contains("json") == true else { return nil }
    return (try? JSONValue.parse(body))?.object
  }

  /// The names of the cookies that it sets, each once.
  package var cookieNames: [String] {
    var out: [String] = []
    for line in headers.all("Set-Cookie").map({ CookieLine($0) }) where !out.contains(line.name) {
      out.append(line.name)
    }
    return out
  }

  private func line(ofCookie name: String) -> CookieLine? {
    headers.all("Set-Cookie").map { CookieLine($0) }.last { $0.name == name }
  }

  /// In the place of the last one of that name, else at the end.
  private mutating func setLine(ofCookie name: String, _ line: CookieLine?) {
    let place = headers.fields.lastIndex {
      ASCII.lowercased($0.name) == "set-cookie" && CookieLine($0.value).name == name
    }
    var fields = headers.fields
    if let place {
      if let line { fields[place].value = line.text } else { fields.remove(at: place) }
    } else if let line {
      fields.append(Pair("Set-Cookie", line.text))
    }
    headers = Headers(fields)
  }
}

/// A Set-Cookie header letter by letter, so that an edit leaves the rest as it was sent.
private struct CookieLine {
  let name: String
  let value: String
  let attributes: String

  init(name: String, _ value: String, _ attributes: String) {
    self.name = name
    self.value = value
    self.attributes = attributes
  }

  init(_ header: String) {
    let parts = header.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = Self.trimmed(pair[0])
    value = pair.count > 1 ? Self.trimmed(pair[1]) : ""
    attributes = parts.count > 1 ? Self.trimmed(parts[1]) : ""
  }

  var text: String { "\(name)=\(value)" + (attributes.isEmpty ? "" : "; \(attributes)") }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
