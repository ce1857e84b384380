import CellUI
import Tokens

/// The token's own characters, each part in its colour, the selected member lit.
struct RawTokenLines {
  /// More is not drawn: nobody reads it, and the copy is whole.
  static let longest = 64 << 10

  let bench: BenchState
  let width: Int

  private var model: BenchModel { bench.model }

  func lines() -> [StyledLine] {
    let shown = min(model.bytes.count, Self.longest)
    let edges = self.edges(shown)
    var out: [StyledLine] = []
    var start = 0
    while start < shown {
      let end = min(shown, start + width)
      out.append([Span(" ")] + line(start..<end, edges))
      start = end
    }
    if model.bytes.isEmpty { out.append([Span("  (nothing)", .inactive)]) }
    if shown < model.bytes.count {
      out.append([Span(" and \(model.bytes.count - shown) characters more", .dim)])
    }
    return out
  }

  /// The line of the cursor.
  var caretLine: Int { bench.view.caret / max(1, width) }

  /// Where the look of the characters changes.
  private func edges(_ end: Int) -> [Int] {
    var out: Set<Int> = [0, end]
    for part in model.decoded?.parts ?? [] {
      out.formUnion([part.span.lowerBound, part.span.upperBound])
    }
    if let lit = bench.lit { out.formUnion([lit.lowerBound, lit.upperBound]) }
    if bench.view.focus == .token { out.formUnion([bench.view.caret, bench.view.caret + 1]) }
    return out.sorted()
  }

  private func line(_ range: Range<Int>, _ edges: [Int]) -> StyledLine {
    var out: StyledLine = []
    var start = range.lowerBound
    for edge in edges where edge > start {
      let end = min(edge, range.upperBound)
      out.append(span(start..<end))
      start = end
      if start == range.upperBound { break }
    }
    return out
  }

  private func span(_ range: Range<Int>) -> Span {
    // A byte that is no printable ASCII is no part of a compact token; nothing draws it as it is.
    let text = String(
      decoding: model.bytes[range].map { (32..<127).contains($0) ? $0 : UInt8(ascii: "?") },
      as: UTF8.self)
    var emphasis: Emphasis = []
    if let lit = bench.lit, lit.contains(range.lowerBound) { emphasis = [.underlined, .bold] }
    if bench.view.focus == .token, range.lowerBound == bench.view.caret {
      emphasis.insert(.selected)
    }
    return Span(text, role(range.lowerBound), emphasis)
  }

  private func role(_ place: Int) -> StyleRole {
    guard let index = model.decoded?.parts.firstIndex(where: { $0.span.contains(place) }),
      let part = model.decoded?.parts[index]
    else { return .strong }
    switch part.name {
    case "payload": return .lane4
    case "signature": return .lane5
    case let name where name.hasSuffix("header"): return .lane2
    case _: return .lane(index)
    }
  }
}
