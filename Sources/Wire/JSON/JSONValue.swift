/// A JSON text's value with member order, duplicate members and number digits kept (RFC 8259).
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  package static func integer(_ value: some BinaryInteger) -> JSONValue {
    .number(JSONNumber(value))
  }
}

// Reading a value whose kind is expected: nil when it is of another kind.
extension JSONValue {
  package var string: String? { if case .string(let value) = self { value } else { nil } }

  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  package var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }

  package var integer: Int64? { number?.integer }

  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  package var isNull: Bool { if case .null = self { true } else { false } }

  /// The first member of that name when this is an object.
  package subscript(_ name: String) -> JSONValue? { object?[name] }

  /// The kind in words, for messages: "expected a string, found an array".
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue {
  /// Reads one JSON text (RFC 8259), strictly; duplicate members are kept, not refused.
  package static func parse(
    _ bytes: some Collection<UInt8>, limits: JSONLimits = .strict
  ) throws(JSONError) -> JSONValue {
    try Array(bytes).withUnsafeBufferPointer { bytes throws(JSONError) in
      var parser = try JSONParser<JSONValueShape>(bytes, limits: limits)
      return try parser.document()
    }
  }

  package static func parse(
    _ text: some StringProtocol, limits: JSONLimits = .strict
  ) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8), limits: limits)
  }
}

// Strings are equal byte for byte, not by canonical equivalence as the synthesised == would have it.
extension JSONValue: Hashable {
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch left {
    case .null: right.isNull
    case .bool(let value): right.bool == value
    case .number(let value): right.number == value
    case .string(let value): right.string.map { $0.hasSameBytes(as: value) } ?? false
    case .array(let value): right.array == value
    case .object(let value): right.object == value
    }
  }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Keeps the order of the literal, and its duplicates.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONMember($0.0, $0.1) }))
  }
}
