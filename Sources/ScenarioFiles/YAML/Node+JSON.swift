import Wire

extension Node {
  /// The value as JSON: plain numbers, true, false and null as in JSON, everything else as strings;
  /// nil where something was refused. The depth of a file is limited, and so is the recursion.
  var json: JSONValue? {
    switch content {
    case .scalar(let scalar): Self.json(scalar)
    case .sequence(let items): items.allOrNil { $0.json }.map { .array($0) }
    case .mapping(let entries):
      entries.allOrNil { entry in entry.value.json.map { JSONMember(entry.key.text, $0) } }
        .map { .object(JSONObject($0)) }
    case .refused: nil
    }
  }

  private static func json(_ scalar: Scalar) -> JSONValue {
    guard scalar.style == .plain else { return .string(scalar.text) }
    if scalar.text.isEmpty || scalar.text == "~" { return .null }
    guard let value = try? JSONValue.parse(scalar.text) else { return .string(scalar.text) }
    return value
  }
}
