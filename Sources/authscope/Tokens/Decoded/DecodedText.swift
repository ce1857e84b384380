import Cryptography
import Tokens
import Wire

/// Decoded tokens as text for people.
struct DecodedText {
  let now: Int
  let reveals: Bool
  /// What fits on a line with its explanation behind it.
  private let width = 100
  /// Of a value, what is shown; `--json` has all of it.
  private let longestValue = 400

  init(now: Int, reveals: Bool) {
    self.now = now
    self.reveals = reveals
  }

  func text(_ tokens: [DecodedToken]) -> String {
    tokens.enumerated().map { index, token in
      let number = tokens.count > 1 ? "Token \(index + 1) of \(tokens.count): " : "Token: "
      return lines(token, title: number).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func lines(_ token: DecodedToken, title: String) -> [String] {
    var lines = [title + summary(token), "DECODED, NOT VERIFIED", ""]
    for part in token.parts { lines += self.lines(part, of: token) }
    lines += certificates(token.certificates)
    if !token.notes.isEmpty {
      lines.append("  notes")
      lines += token.notes.map { "    - " + Shown.text($0.sentence) }
    }
    for nested in token.nested {
      lines.append("")
      lines += self.lines(nested, title: "Inside the payload: ").map { $0.isEmpty ? $0 : "  " + $0 }
    }
    return lines
  }

  private func summary(_ token: DecodedToken) -> String {
    let kind = token.kind == .signed ? "signed (JWS)" : "encrypted (JWE)"
    let form =
      switch token.form {
      case .compact: "compact"
      case .flattened: "flattened JSON"
      case .general: "general JSON"
      }
    let place = token.span.lowerBound > 0 ? ", at byte \(token.span.lowerBound)" : ""
    return "\(kind), \(form), \(token.byteCount) bytes\(place)"
  }

  private func lines(_ part: DecodedPart, of token: DecodedToken) -> [String] {
    let size = "\(part.bytes.count) byte\(part.bytes.count == 1 ? "" : "s")"
    let head = "  \(part.name), \(size), at \(place(part.span))"
    if Masking.isOpaque(part) { return [head + "  " + opaque(part.bytes)] }
    if part.name == "payload", !token.nested.isEmpty { return [head + "  a token, shown below"] }
    if part.members.isEmpty { return [head] + content(part) }
    let lengths = part.members.map { shown(masked($0.value)).count }
    let columns = Columns(
      place: part.members.map { place($0.span).utf8.count }.max() ?? 0,
      name: min(16, part.members.map { Shown.text($0.name).utf8.count }.max() ?? 0),
      value: min(28, lengths.max() ?? 0))
    return [head] + part.members.flatMap { lines($0, columns) }
  }

  private func opaque(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "(empty)" }
    return reveals ? Base64.url(bytes) : Masking.mark
  }

  /// A payload that is no object: its text, or its bytes where it is none.
  private func content(_ part: DecodedPart) -> [String] {
    guard !part.bytes.isEmpty else { return [] }
    guard let text = String(validating: part.bytes, as: UTF8.self) else {
      return ["    base64url " + cut(Base64.url(part.bytes))]
    }
    let value = part.document.map { Masking.secrets(in: $0.value).text() }
    let lines = (reveals ? text : value ?? text).split(
      separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(20).map { "    " + cut(Shown.text(String($0))) }
    return shown + (lines.count > 20 ? ["    … \(lines.count - 20) more lines"] : [])
  }

  private struct Columns {
    let place: Int
    let name: Int
    let value: Int
  }

  private func lines(_ member: DecodedMember, _ columns: Columns) -> [String] {
    let place = padded(place(member.span), columns.place)
    let name = padded(Shown.text(member.name), columns.name)
    let again = member.isRepeated ? " (again)" : ""
    let first = "    \(place)  \(name)  \(shown(masked(member.value)))\(again)"
    let indent = String(repeating: " ", count: columns.place + columns.name + 8)
    var lines = [first]
    if let time = member.time { lines.append(indent + words(time)) }
    guard let meaning = member.meaning else { return lines }
    let reference = meaning.reference.isEmpty ? "" : " (\(meaning.reference))"
    let words = meaning.meaning + reference
    let column = padded(first, indent.utf8.count + columns.value)
    if column.count + 3 + words.utf8.count <= width {
      lines[0] = column + "   " + words
    } else {
      lines.append(indent + words)
    }
    return lines
  }

  private func masked(_ value: JSONValue) -> JSONValue {
    reveals ? value : Masking.secrets(in: value)
  }

  private func words(_ time: TimeReading) -> String {
    let offset = Clock.offset(at: time.seconds)
    let local = offset == 0 ? "" : "; here \(time.text(offset: offset))"
    let unit = time.unit == .seconds ? "" : "read as \(time.unit.name): "
    return "\(unit)\(time.text()), \(time.relative(to: now))\(local)"
  }

  private func certificates(_ chain: [Certificate]) -> [String] {
    guard !chain.isEmpty else { return [] }
    return ["  certificates in x5c, read and not validated"]
      + chain.enumerated().flatMap { index, certificate in
        [
          "    \(index + 1)  \(Shown.text(certificate.subject))",
          "       issued by \(Shown.text(certificate.issuer))",
          "       valid \(date(certificate.notBefore)) to \(date(certificate.notAfter))",
        ]
      }
  }

  private func date(_ seconds: Int64?) -> String {
    seconds.map { CalendarDate(secondsSince1970: $0).text } ?? "(no date)"
  }

  private func shown(_ value: JSONValue) -> String { cut(Shown.text(value.text())) }

  private func cut(_ text: String) -> String {
    let rest = text.count - longestValue
    return rest > 0 ? "\(text.prefix(longestValue))… (\(rest) more; --json shows all)" : text
  }

  private func place(_ span: Range<Int>) -> String {
    span.isEmpty ? "\(span.lowerBound)" : "\(span.lowerBound)-\(span.upperBound - 1)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
