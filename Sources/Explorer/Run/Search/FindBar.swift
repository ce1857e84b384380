import CellUI

/// The line in which a search is typed, with the count and the first hits above it.
struct FindBar {
  let find: FindState
  let run: RunState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) -> Point {
    let hits = find.search?.hits ?? []
    let shown = min(hits.count, 8, max(0, canvas.bounds.height - 6))
    let size = Size(width: ListBox.width(canvas.bounds, most: 100), height: shown + 3)
    let inner = canvas.box(
      title, note: note, in: canvas.bounds.centered(size), focused: true)
    for (line, hit) in hits.prefix(shown).enumerated() {
      canvas.line(
        [
          Span("\(hit.moment + 1)".leftPadded(to: 5), .dim),
          Span("  \(hit.pane.title.padded(to: 9))", .dim),
        ] + excerpt(hit), in: inner.row(line + 1))
    }
    canvas.text("/", x: inner.x + 1, y: inner.y, role: .key)
    return canvas.field(
      find.field, in: inner.row(0).inset(left: 3, right: 1),
      hint: "a value, a name, a check, a word")
  }

  private var title: String {
    find.pane.map { "Search the pane \($0.title), through the whole run" } ?? "Search the whole run"
  }

  private var note: StyledLine {
    guard !find.field.isEmpty else { return [Span("Enter   Esc", .keyHint)] }
    guard let search = find.search else { return [Span("Enter searches", .keyHint)] }
    let count = search.hits.count
    let words =
      count == 0
      ? "nowhere" : "\(count) hit\(count == 1 ? "" : "s") in \(search.moments.count) messages"
    return [Span(words, count == 0 ? .warning : .match), Span("   Enter goes there", .keyHint)]
  }

  /// What has not been played is counted, and not told.
  private func excerpt(_ hit: RunSearch.Hit) -> StyledLine {
    run.branch.isVeiled(hit.moment)
      ? [Span("not played yet", .inactive)]
      : FoldedSearch(find.field.text).marked([Span(hit.excerpt)])
  }
}

extension FoldedSearch {
  /// The line with every place that it holds in the role of a hit.
  func marked(_ line: StyledLine) -> StyledLine {
    line.flatMap { span -> StyledLine in
      let found = all(in: span.text)
      guard !found.isEmpty else { return [span] }
      let bytes = Array(span.text.utf8)
      var out: StyledLine = []
      var done = 0
      func put(_ range: Range<Int>, _ role: StyleRole) {
        guard !range.isEmpty else { return }
        out.append(Span(String(decoding: bytes[range], as: UTF8.self), role, span.emphasis))
      }
      for range in found {
        put(done..<range.lowerBound, span.role)
        put(range, .match)
        done = range.upperBound
      }
      put(done..<bytes.count, span.role)
      return out
    }
  }
}

extension String {
  /// With blanks before it, up to a width.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - TextWidth.of(self))) + self
  }
}
