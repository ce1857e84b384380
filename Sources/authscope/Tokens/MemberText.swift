import Wire

/// Members of an object as options give them: `name=value`.
enum MemberText {
  static func members(
    _ texts: [String], option: String
  ) throws(Failure) -> [JSONMember] {
    var members: [JSONMember] = []
    for text in texts {
      guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")), sign > text.startIndex else {
        throw Failure("\(option) \(text): write name=value.")
      }
      let name = String(text[..<sign])
      guard !members.contains(where: { $0.name.hasSameBytes(as: name) }) else {
        throw Failure("\(option) \(name) is given twice; a list is written as JSON: \(name)=[...].")
      }
      members.append(JSONMember(name, value(String(text[text.index(after: sign)...]))))
    }
    return members
  }

  /// JSON where the text is that, else the text: `admin=true` and `name=alice` mean what they say.
  private static func value(_ text: String) -> JSONValue {
    (try? JSONValue.parse(text)) ?? .string(text)
  }
}
