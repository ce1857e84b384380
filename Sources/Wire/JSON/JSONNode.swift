/// A value that knows which bytes of the text it was written in.
package struct JSONNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A member of an object, with the bytes of its name (quotes included).
  package struct Member: Hashable, Sendable {
    package let name: String
    package let nameSpan: Range<Int>
    package let value: JSONNode
  }

  package let content: Content
  /// The bytes of the value, quotes and brackets included.
  package let span: Range<Int>

  package var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  package var elements: [JSONNode]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  package var isContainer: Bool { members != nil || elements != nil }

  /// The first member of that name.
  package subscript(_ name: String) -> JSONNode? {
    members?.first { $0.name.hasSameBytes(as: name) }?.value
  }

  /// The same value without its places.
  package var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members):
      .object(JSONObject(members.map { JSONMember($0.name, $0.value.value) }))
    }
  }
}

/// Builds nodes.
enum JSONNodeShape: JSONShape {
  static func null(_ span: Range<Int>) -> JSONNode { JSONNode(content: .null, span: span) }
  static func bool(_ value: Bool, _ span: Range<Int>) -> JSONNode {
    JSONNode(content: .bool(value), span: span)
  }
  static func number(_ value: JSONNumber, _ span: Range<Int>) -> JSONNode {
    JSONNode(content: .number(value), span: span)
  }
  static func string(_ value: String, _ span: Range<Int>) -> JSONNode {
    JSONNode(content: .string(value), span: span)
  }
  static func array(_ elements: [JSONNode], _ span: Range<Int>) -> JSONNode {
    JSONNode(content: .array(elements), span: span)
  }
  static func object(_ members: [JSONNode.Member], _ span: Range<Int>) -> JSONNode {
    JSONNode(content: .object(members), span: span)
  }
  static func member(
    _ name: String, _ nameSpan: Range<Int>, _ value: JSONNode
  ) -> JSONNode.Member {
    JSONNode.Member(name: name, nameSpan: nameSpan, value: value)
  }
}
