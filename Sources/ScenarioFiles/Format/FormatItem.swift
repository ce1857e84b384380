/// An entry of a mapping or an element of a list that stands on lines of its own, with the comments
/// that belong to it.
final class FormatItem {
  /// Nil for an element of a list.
  let key: Node.Key?
  let value: Node
  /// Those of a value in block style, or of one that has comments inside.
  var children: [FormatItem] = []
  var leading: [Comment] = []
  var trailing: Comment?
  /// Comments behind the last of its lines, at its own indentation.
  var footers: [Comment] = []
  var followsBlank = false

  init(key: Node.Key?, value: Node) {
    self.key = key
    self.value = value
  }

  var start: Int { key?.range.lowerBound ?? value.range.lowerBound }
}

/// Finds the lines of a file and hangs its comments on them.
struct FormatTree {
  let top: [FormatItem]
  private let file: SourceFile
  private let comments: [Comment]
  /// All of them in the order of the file, an item before those inside of it.
  private var items: [(item: FormatItem, ancestors: [FormatItem])] = []

  init(_ root: Node, _ file: SourceFile) {
    self.file = file
    comments = Comment.all(in: file, scalars: Self.scalars(of: root, file))
    var items: [(item: FormatItem, ancestors: [FormatItem])] = []
    top = Self.items(of: root, comments, under: [], &items)
    self.items = items
    for (item, _) in items { item.followsBlank = followsBlank(item) }
    for comment in comments { attach(comment) }
  }

  var commentTexts: [String] { comments.map(\.text) }

  private static func scalars(of node: Node, _ file: SourceFile) -> [Range<Int>] {
    switch node.content {
    case .scalar(let scalar):
      // The line of a block scalar's indicator may have a comment.
      let isBlock = scalar.style == .literal || scalar.style == .folded
      let header = isBlock ? file.firstLine(of: node.range).upperBound : node.range.lowerBound
      return [header..<node.range.upperBound]
    case .refused: return []
    case .sequence(let items): return items.flatMap { scalars(of: $0, file) }
    case .mapping(let entries):
      return entries.flatMap { [$0.key.range] + scalars(of: $0.value, file) }
    }
  }

  private static func items(
    of node: Node, _ comments: [Comment], under ancestors: [FormatItem],
    _ all: inout [(item: FormatItem, ancestors: [FormatItem])]
  ) -> [FormatItem] {
    guard !node.isFlow || hasComment(comments, in: node.range) else { return [] }
    var made: [FormatItem] = []
    for item in node.formatItems {
      all.append((item, ancestors))
      made.append(item)
      item.children = items(of: item.value, comments, under: ancestors + [item], &all)
    }
    return made
  }

  /// Both are sorted, so that a file of comments alone costs no more than any other.
  private static func hasComment(_ comments: [Comment], in range: Range<Int>) -> Bool {
    let index = comments.firstIndexSorted { $0.range.lowerBound >= range.lowerBound }
    return index < comments.count && comments[index].range.lowerBound < range.upperBound
  }

  private func followsBlank(_ item: FormatItem) -> Bool {
    let line = file.position(of: item.start).line
    return line > 1 && file.isBlank(line: line - 1)
  }

  private func attach(_ comment: Comment) {
    let start = comment.range.lowerBound
    let index = items.firstIndexSorted { $0.item.start > start }
    let before = index > 0 ? items[index - 1] : nil
    guard comment.isOwnLine else {
      if let before, before.item.trailing == nil {
        before.item.trailing = comment
        return
      }
      before?.item.footers.append(comment)
      return
    }
    let next = index < items.count ? items[index] : nil
    let nextColumn = next.map { column(of: $0.item) } ?? 1
    // Deeper than what comes next: it ends what stands above it.
    if let before, comment.column > nextColumn || next == nil {
      let owners = before.ancestors + [before.item]
      let owner = owners.last { column(of: $0) <= comment.column } ?? owners[0]
      owner.footers.append(comment)
    } else {
      next?.item.leading.append(comment)
    }
  }

  /// Of an element of a list, that of its dash.
  private func column(of item: FormatItem) -> Int {
    let column = file.position(of: item.start).column
    guard item.key == nil else { return column }
    // An element without a value is where its dash ends.
    return max(1, item.value.range.isEmpty ? column - 1 : column - 2)
  }
}

extension Node {
  /// Its entries or elements, without comments.
  var formatItems: [FormatItem] {
    switch content {
    case .mapping(let entries): entries.map { FormatItem(key: $0.key, value: $0.value) }
    case .sequence(let items): items.map { FormatItem(key: nil, value: $0) }
    case .scalar, .refused: []
    }
  }
}

extension Array {
  /// The first index where the condition holds, which holds from there to the end.
  fileprivate func firstIndexSorted(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
