/// A name and a value: a header, a form field, a query parameter, a cookie.
package struct Pair: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Ordered pairs, duplicates kept: the order and the repetition are part of what was sent.
package typealias Pairs = [Pair]

extension Array where Element == Pair {
  /// The first value of that exact name.
  package subscript(_ name: String) -> String? { first { $0.name.hasSameBytes(as: name) }?.value }

  /// All values of that exact name, in order.
  package func all(_ name: String) -> [String] {
    filter { $0.name.hasSameBytes(as: name) }.map(\.value)
  }

  /// Replaces the first pair of that name, or appends one; nil removes every pair of that name.
  package mutating func set(_ name: String, _ value: String?) {
    guard let value else {
      removeAll { $0.name.hasSameBytes(as: name) }
      return
    }
    if let index = firstIndex(where: { $0.name.hasSameBytes(as: name) }) {
      self[index].value = value
    } else {
      append(Pair(name, value))
    }
  }
}
