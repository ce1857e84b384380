/// A value of a YAML file with the bytes that it stands in.
struct Node: Sendable {
  enum Content: Sendable {
    case scalar(Scalar)
    case mapping([Entry])
    case sequence([Node])
    /// Something that was refused and told already (an alias); nothing more is said of it.
    case refused
  }

  struct Scalar: Sendable {
    let text: String
    let style: Style
  }

  enum Style: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  struct Key: Sendable {
    let text: String
    let range: Range<Int>
    let style: Style
  }

  struct Entry: Sendable {
    let key: Key
    let value: Node
  }

  let content: Content
  let range: Range<Int>
  /// In braces or brackets; false for a scalar.
  let isFlow: Bool
}

extension Node {
  var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }

  var text: String? { scalar?.text }

  var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

  var items: [Node]? { if case .sequence(let items) = content { items } else { nil } }

  var isRefused: Bool { if case .refused = content { true } else { false } }

  /// Nothing written, or `null` or `~` without quotes.
  var isNull: Bool {
    guard let scalar, scalar.style == .plain else { return false }
    return scalar.text.isEmpty || scalar.text == "null" || scalar.text == "~"
  }

  subscript(_ key: String) -> Node? { entries?.first { $0.key.text == key }?.value }

  /// Where a message about the whole value points: at its first key, or at itself.
  var headline: Range<Int> {
    switch content {
    case .mapping(let entries): isFlow ? range : entries.first?.key.range ?? range
    case .scalar, .sequence, .refused: range
    }
  }

  /// What it is, in words: "expected text, found a list".
  var kind: String {
    switch content {
    case .scalar: isNull ? "nothing" : "text"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .refused: "something refused"
    }
  }
}
