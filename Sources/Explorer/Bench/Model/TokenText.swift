import Wire

/// Why an edit cannot be made, in words for the reader.
struct TokenEditError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A compact token's text while a person edits it: only the edited bytes change, so that order,
/// white space and repeated names of everything else stay as they came.
struct TokenText {
  /// The parts between the dots.
  private(set) var parts: [String]

  init(_ text: String) {
    parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { parts.joined(separator: ".") }

  /// The bytes of a part, however loosely they were written.
  func bytes(_ part: Int) -> [UInt8]? {
    guard parts.indices.contains(part) else { return nil }
    return (try? Base64.decodeLenient(parts[part]))?.bytes
  }

  mutating func set(_ part: Int, bytes: [UInt8]) { set(part, text: Base64.url(bytes)) }

  mutating func set(_ part: Int, text: String) {
    while parts.count <= part { parts.append("") }
    parts[part] = text
  }

  /// Writes another value in the place of a member's.
  mutating func setMember(_ index: Int, of part: Int, to value: JSONValue) throws(TokenEditError) {
    let document = try document(part)
    guard let members = document.root.members, members.indices.contains(index) else {
      throw TokenEditError("There is no such member any more.")
    }
    var bytes = document.bytes
    bytes.replaceSubrange(members[index].value.span, with: value.text().utf8)
    set(part, bytes: bytes)
  }

  /// Writes a member's value by its name, the first of that name; adds it where there is none.
  mutating func setMember(
    named name: String, of part: Int, to value: JSONValue
  ) throws(TokenEditError) {
    let document = try document(part)
    if let index = document.root.members?.firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
      try setMember(index, of: part, to: value)
    } else {
      try addMember(name, value, to: part)
    }
  }

  mutating func addMember(
    _ name: String, _ value: JSONValue, to part: Int
  ) throws(TokenEditError) {
    let document = try document(part)
    var bytes = document.bytes
    let comma = document.root.members?.isEmpty == false ? "," : ""
    let member = "\(comma)\(JSONValue.string(name).text()):\(value.text())"
    bytes.insert(contentsOf: member.utf8, at: document.root.span.upperBound - 1)
    set(part, bytes: bytes)
  }

  mutating func removeMember(_ index: Int, of part: Int) throws(TokenEditError) {
    let document = try document(part)
    guard let members = document.root.members, members.indices.contains(index) else {
      throw TokenEditError("There is no such member any more.")
    }
    var span = members[index].nameSpan.lowerBound..<members[index].value.span.upperBound
    if index > 0 {
      span = members[index - 1].value.span.upperBound..<span.upperBound
    } else if members.count > 1 {
      span = span.lowerBound..<members[1].nameSpan.lowerBound
    }
    var bytes = document.bytes
    bytes.removeSubrange(span)
    set(part, bytes: bytes)
  }

  private func document(_ part: Int) throws(TokenEditError) -> JSONDocument {
    let name = part == 0 ? "header" : "payload"
    guard let bytes = bytes(part), let document = try? JSONDocument.parse(bytes),
      document.root.members != nil
    else {
      throw TokenEditError("The \(name) is no JSON object: edit its raw text (:edit-\(name)).")
    }
    return document
  }
}
