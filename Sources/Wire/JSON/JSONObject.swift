/// One member of a JSON object.
package struct JSONMember: Hashable, Sendable {
  package var name: String
  package var value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }

  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.name.hasSameBytes(as: right.name) && left.value == right.value
  }
}

/// A JSON object with its members in the order written, duplicates kept (RFC 8259 4).
package struct JSONObject: Hashable, Sendable {
  package var members: [JSONMember]

  package init(_ members: [JSONMember] = []) { self.members = members }

  /// The first member of that name. Setting replaces the first, or appends; nil removes them all.
  package subscript(_ name: String) -> JSONValue? {
    get { members.first { $0.name.hasSameBytes(as: name) }?.value }
    set {
      guard let newValue else {
        members.removeAll { $0.name.hasSameBytes(as: name) }
        return
      }
      if let index = members.firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
        members[index].value = newValue
      } else {
        members.append(JSONMember(name, newValue))
      }
    }
  }

  package var names: [String] { members.map(\.name) }

  /// The names that occur more than once, each once, in the order of their first repetition.
  package var duplicates: [String] { Self.repeated(in: names) }

  static func repeated(in names: [String]) -> [String] {
    let small = 16  // Below this, comparing pairwise costs less than hashing.
    if names.count <= small, !hasRepetition(names[...]) { return [] }
    var seen: [[UInt8]: Bool] = [:]
    var out: [String] = []
    for name in names {
      let key = Array(name.utf8)
      if seen[key] == false { out.append(name) }
      seen[key] = seen[key] != nil
    }
    return out
  }

  private static func hasRepetition(_ names: ArraySlice<String>) -> Bool {
    names.indices.contains { index in
      names[..<index].contains { $0.hasSameBytes(as: names[index]) }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements.map { JSONMember($0.0, $0.1) }
  }
}
