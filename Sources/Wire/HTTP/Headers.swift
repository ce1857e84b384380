/// Header fields in the order sent, duplicates kept, names compared without case (RFC 9110 5.1).
package struct Headers: Hashable, Sendable {
  package var fields: [Pair]

  package init(_ fields: [Pair] = []) { self.fields = fields }

  /// The first value of that name.
  package subscript(_ name: String) -> String? {
    fields.first { ASCII.equalFolded($0.name, name) }?.value
  }

  package func all(_ name: String) -> [String] {
    fields.filter { ASCII.equalFolded($0.name, name) }.map(\.value)
  }

  package mutating func append(_ name: String, _ value: String) {
    fields.append(Pair(name, value))
  }

  /// Replaces the first field of that name and drops the others; nil removes them all.
  package mutating func set(_ name: String, _ value: String?) {
    let first = fields.firstIndex { ASCII.equalFolded($0.name, name) }
    fields.removeAll { ASCII.equalFolded($0.name, name) }
    guard let value else { return }
    fields.insert(Pair(name, value), at: first ?? fields.count)
  }

  /// One line for each field; a line break inside a value is shown, never made.
  package var lines: [String] { fields.map { MessageText.line($0.name + ": " + $0.value) } }
}
