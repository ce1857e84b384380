import CellUI
import Guide
import Simulation

/// The comparison, measured under a load that the reader sets.
struct ComparePage {
  let guide: GuideState
  let lines: GuideLines

  func content(aside width: Int) -> GuideContent {
    var content = GuideContent(
      title: "One workload, \(Mechanism.allCases.count) ways",
      note: [Span("\(guide.press(.next)) more  \(guide.press(.back)) less", .dim)],
      asideTitle: asideTitle)
    var out = lines.maker
    for (index, field) in ComparedLoad.Field.allCases.enumerated() {
      let range = lines.row(
        [Span(Self.words(field).padded(to: 34)), Span(Self.value(guide.load, field), .strong)],
        isSelected: index == guide.row, to: &out)
      content.rows.append(range)
      if index == guide.row { content.focus = range }
    }
    out.blank()
    addTable(&out, &content)
    content.lines = out.lines
    content.aside = aside(width)
    return content
  }

  private func addTable(_ out: inout LineMaker, _ content: inout GuideContent) {
    let rows = guide.table
    guard !rows.isEmpty else {
      out.add([Span("  Nothing has been measured yet.", .dim)])
      return
    }
    let titles = Mechanism.allCases.map(\.title)
    let widths = titles.indices.map { column in
      max(titles[column].count, rows.map { $0.cells[column].count }.max() ?? 0) + 2
    }
    let first = max(16, min(40, lines.width - 4 - widths.reduce(0, +)))
    out.addCut(
      [Span("  " + String(repeating: " ", count: first))]
        + zip(titles, widths).map { Span(Self.right($0, $1), .heading) })
    for (index, row) in rows.enumerated() {
      let isSelected = index + ComparedLoad.Field.allCases.count == guide.row
      content.rows.append(out.lines.count..<out.lines.count + 1)
      if isSelected { content.focus = content.rows.last }
      let title =
        row.title.count < first
        ? row.title : row.title.prefix(first - 2) + lines.glyphs.ellipsis
      out.addCut(
        [
          Span(isSelected ? "\(lines.glyphs.marker) " : "  ", .accent),
          Span(title.padded(to: first)),
        ] + zip(row.cells, widths).map { Span(Self.right($0, $1), .strong) })
    }
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func words(_ field: ComparedLoad.Field) -> String {
    switch field {
    case .users: "users who sign in"
    case .pages: "pages that each of them opens"
    case .servers: "servers behind the balancer"
    case .pause: "between two pages of a user"
    case .lifetime: "life of an access token"
    }
  }

  private static func value(_ load: ComparedLoad, _ field: ComparedLoad.Field) -> String {
    switch field {
    case .users, .pages, .servers: String(load[field])
    case .pause, .lifetime: ComparisonTable.duration(load[field])
    }
  }

  private var asideTitle: String {
    guide.selectedFigure == nil ? "What is compared" : "What it means"
  }

  private func aside(_ width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, lines.glyphs.repertoire)
    if let figure = guide.selectedFigure {
      out.add([Span("  \(figure.title)", .strong)], hanging: 2)
      out.add([Span("  \(figure.note)")], hanging: 2)
      if let claim = Claims.claim(figure.claim) {
        out.blank()
        out.add([Span("  \(claim.id)  ", .accent), Span(claim.text)], hanging: 6)
        if let limit = claim.standing.limit {
          out.add([Span("      \(claim.standing.word): \(limit)", .dim)], hanging: 6)
        }
      }
      out.blank()
      out.add([Span("  \(guide.press(.enter)) ", .key), Span("opens combined/three-ways", .link)])
    } else {
      out.add(
        [
          Span(
            "  Everybody signs in, opens pages at an even pace and signs out. The simulated servers "
              + "play it once for each mechanism; every figure is counted from what they did.")
        ], hanging: 2)
      out.blank()
      for mechanism in Mechanism.allCases {
        out.add(
          [Span("  \(mechanism.title)  ", .heading), Span(mechanism.words)], hanging: 4)
      }
    }
    return out.lines
  }
}
