/// A JSON text with the place of every name and value, so that a decoded claim lights up the bytes
/// that it came from.
package struct JSONDocument: Hashable, Sendable {
  /// A member whose name stood in the same object before: readers differ in which one they take
  /// (RFC 8259 4).
  package struct Duplicate: Hashable, Sendable {
    package let name: String
    /// The names and indices on the way to the object that holds the member.
    package let path: [String]
    package let nameSpan: Range<Int>
    package let value: JSONNode
  }

  package let bytes: [UInt8]
  package let root: JSONNode
  /// Every repetition, in the order of the text; the first of each name is not in it.
  package let duplicates: [Duplicate]
  /// The escapes that stand for half a character; the value has U+FFFD there.
  package let loneSurrogates: [Range<Int>]

  package static func parse(
    _ bytes: some Collection<UInt8>, limits: JSONLimits = .lenient
  ) throws(JSONError) -> JSONDocument {
    let bytes = Array(bytes)
    let (root, loneSurrogates) = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
      var parser = try JSONParser<JSONNodeShape>(bytes, limits: limits)
      return (try parser.document(), parser.scanner.loneSurrogates)
    }
    var duplicates: [Duplicate] = []
    collectDuplicates(in: root, path: [], into: &duplicates)
    return JSONDocument(
      bytes: bytes, root: root, duplicates: duplicates, loneSurrogates: loneSurrogates)
  }

  package static func parse(
    _ text: some StringProtocol, limits: JSONLimits = .lenient
  ) throws(JSONError) -> JSONDocument {
    try parse(Array(text.utf8), limits: limits)
  }

  package var value: JSONValue { root.value }

  /// The text of a span, as it was written.
  package func text(of span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }

  /// The node that a path of member names and array indices leads to.
  package func node(at path: [String]) -> JSONNode? {
    var node = root
    for step in path {
      let index = Int(step) ?? -1
      if let member = node[step] {
        node = member
      } else if let elements = node.elements, elements.indices.contains(index) {
        node = elements[index]
      } else {
        return nil
      }
    }
    return node
  }

  private static func collectDuplicates(
    in node: JSONNode, path: [String], into out: inout [Duplicate]
  ) {
    switch node.content {
    case .null, .bool, .number, .string: return
    case .array(let elements):
      for (index, element) in elements.enumerated() where element.isContainer {
        collectDuplicates(in: element, path: path + [String(index)], into: &out)
      }
    case .object(let members):
      let hasDuplicates = !JSONObject.repeated(in: members.map(\.name)).isEmpty
      var seen = Set<[UInt8]>()
      for member in members {
        if hasDuplicates, !seen.insert(Array(member.name.utf8)).inserted {
          out.append(
            Duplicate(
              name: member.name, path: path, nameSpan: member.nameSpan, value: member.value))
        }
        guard member.value.isContainer else { continue }
        collectDuplicates(in: member.value, path: path + [member.name], into: &out)
      }
    }
  }
}
