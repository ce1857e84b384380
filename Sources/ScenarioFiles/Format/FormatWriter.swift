/// Writes items as lines: two spaces for each level, flow style only where it fits into the width.
struct FormatWriter {
  /// Their values are read in one line, however long it is.
  private static let lineKeys = Set(VerbGrammar.verbs).subtracting(["note"])
    .union(["follow", "from", "url", "when", "goal", "secure-if", "bearer"])

  private let file: SourceFile
  private let width: Int
  private let scalars: ScalarWriter
  private(set) var lines: [String] = []

  init(_ file: SourceFile, width: Int) {
    self.file = file
    self.width = width
    scalars = ScalarWriter(file: file, width: width)
  }

  /// `dash` is what stands on the first line already, of a list that the items are an element of.
  mutating func write(_ items: [FormatItem], indent: Int, dash: String? = nil) {
    for (index, item) in items.enumerated() {
      let isBehindDash = index == 0 && dash != nil
      if !isBehindDash { writeLeading(item, indent: indent, isFirst: index == 0 && indent > 0) }
      let margin = String(repeating: " ", count: indent)
      write(item, after: isBehindDash ? dash ?? margin : margin, indent: indent)
      for comment in item.footers { write(comment, indent: indent) }
    }
  }

  private mutating func writeLeading(_ item: FormatItem, indent: Int, isFirst: Bool) {
    for comment in item.leading { write(comment, indent: indent) }
    if item.followsBlank, !isFirst || !item.leading.isEmpty { blank() }
  }

  private mutating func write(_ comment: Comment, indent: Int) {
    if comment.followsBlank { blank() }
    lines.append(String(repeating: " ", count: indent) + comment.text)
  }

  private mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  private mutating func write(_ item: FormatItem, after margin: String, indent: Int) {
    let head = margin + (item.key.map { rawKey($0) + ":" } ?? "-")
    if let inline = inline(item, column: Visible.width(head) + 1) {
      append(head + (inline.isEmpty ? "" : " " + inline), item.trailing)
    } else if let scalar = item.value.scalar {
      writeLines(of: item, scalar, after: head, indent: indent)
    } else {
      let children = item.children.isEmpty ? item.value.formatItems : item.children
      if item.key == nil {
        write(children, indent: indent + 2, dash: head + " ")
      } else {
        append(head, item.trailing)
        write(children, indent: indent + 2)
      }
    }
  }

  private mutating func writeLines(
    of item: FormatItem, _ scalar: Node.Scalar, after head: String, indent: Int
  ) {
    let parts = scalars.block(
      item.value, scalar, column: Visible.width(head) + 1, indent: indent + 2)
    let isBlock = scalar.style == .literal || scalar.style == .folded
    let last = parts.count - 1
    for (index, part) in parts.enumerated() {
      let margin = index == 0 ? head + " " : String(repeating: " ", count: indent + 2)
      let hasComment = index == (isBlock ? 0 : last)
      append(part.isEmpty ? "" : margin + part, hasComment ? item.trailing : nil)
    }
  }

  private mutating func append(_ line: String, _ comment: Comment?) {
    lines.append(comment.map { line + "  " + $0.text } ?? line)
  }

  private func rawKey(_ key: Node.Key) -> String { file.text(key.range) }

  /// The value on the line of its key; nil when it needs lines of its own.
  private func inline(_ item: FormatItem, column: Int) -> String? {
    let node = item.value
    if let scalar = node.scalar {
      guard scalar.style != .literal, scalar.style != .folded else { return nil }
      let text = scalars.inline(node, scalar)
      let stays = item.key.map { Self.lineKeys.contains($0.text) } ?? false
      return stays || column + Visible.width(text) <= width ? text : nil
    }
    guard node.isFlow, item.children.isEmpty else { return nil }
    let text = flow(node)
    let isEmpty = node.formatItems.isEmpty
    return isEmpty || column + Visible.width(text) <= width ? text : nil
  }

  /// The depth of a file is limited, and so is this recursion.
  private func flow(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): return scalars.inline(node, scalar)
    case .refused: return ""
    case .sequence(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      if entries.isEmpty { return "{}" }
      let members = entries.map { entry in
        let value = flow(entry.value)
        // `{ a:, b: 1 }` would be a key `a:,`.
        return rawKey(entry.key) + (value.isEmpty ? "" : ": " + value)
      }
      return "{ " + members.joined(separator: ", ") + " }"
    }
  }
}
