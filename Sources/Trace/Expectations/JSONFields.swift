import Wire

extension JSONValue {
  /// The member at a dotted path; a member whose own name has dots is found by its whole name, an
  /// element of an array by its number.
  func member(atPath path: String) -> JSONValue? {
    if let whole = self[path] { return whole }
    if let elements = array, let index = Int(path) {
      return elements.indices.contains(index) ? elements[index] : nil
    }
    var from = path.startIndex
    while let dot = path[from...].firstIndex(of: ".") {
      let rest = path[path.index(after: dot)...]
      let head = member(named: path[..<dot])
      if let found = head?.member(atPath: String(rest)) { return found }
      from = path.index(after: dot)
    }
    return nil
  }

  private func member(named name: Substring) -> JSONValue? {
    if let elements = array {
      guard let index = Int(name), elements.indices.contains(index) else { return nil }
      return elements[index]
    }
    return self[String(name)]
  }

  /// The value as a person would say it: a text without quotes, an array's members with commas.
  var plainText: String {
    switch self {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .number(let number): number.text
    case .string(let text): text
    case .array(let elements): elements.map(\.plainText).joined(separator: ",")
    case .object: text()
    }
  }
}

extension Observation {
  static func of(_ value: JSONValue) -> Observation {
    switch value {
    case .array(let elements): .list(elements.map(\.plainText))
    case .null, .bool, .number, .string, .object: .words(value.plainText)
    }
  }
}
