/// What a parse builds: plain values, or nodes that know their bytes.
protocol JSONShape {
  associatedtype Value
  associatedtype Member
  static func null(_ span: Range<Int>) -> Value
  static func bool(_ value: Bool, _ span: Range<Int>) -> Value
  static func number(_ value: JSONNumber, _ span: Range<Int>) -> Value
  static func string(_ value: String, _ span: Range<Int>) -> Value
  static func array(_ elements: [Value], _ span: Range<Int>) -> Value
  static func object(_ members: [Member], _ span: Range<Int>) -> Value
  static func member(_ name: String, _ nameSpan: Range<Int>, _ value: Value) -> Member
}

/// Builds plain values.
enum JSONValueShape: JSONShape {
  static func null(_ span: Range<Int>) -> JSONValue { .null }
  static func bool(_ value: Bool, _ span: Range<Int>) -> JSONValue { .bool(value) }
  static func number(_ value: JSONNumber, _ span: Range<Int>) -> JSONValue { .number(value) }
  static func string(_ value: String, _ span: Range<Int>) -> JSONValue { .string(value) }
  static func array(_ elements: [JSONValue], _ span: Range<Int>) -> JSONValue { .array(elements) }
  static func object(_ members: [JSONMember], _ span: Range<Int>) -> JSONValue {
    .object(JSONObject(members))
  }
  static func member(_ name: String, _ nameSpan: Range<Int>, _ value: JSONValue) -> JSONMember {
    JSONMember(name, value)
  }
}
