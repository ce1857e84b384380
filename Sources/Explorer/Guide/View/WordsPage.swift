import CellUI
import Guide

/// The glossary.
struct WordsPage {
  let guide: GuideState
  let lines: GuideLines

  func content(aside width: Int) -> GuideContent {
    let terms = guide.terms
    let found = terms.count == 1 ? "1 word" : "\(terms.count) words"
    var content = GuideContent(
      title: "Words", note: [Span(found, .dim)], asideTitle: guide.selectedTerm?.word ?? "Nothing")
    var out = lines.maker
    for (index, term) in terms.enumerated() {
      content.rows.append(out.lines.count..<out.lines.count + 1)
      if index == guide.row { content.focus = content.rows[index] }
      out.addCut([
        Span(index == guide.row ? "\(lines.glyphs.marker) " : "  ", .accent),
        Span(term.word.padded(to: 24), index == guide.row ? .strong : .normal),
        Span(term.meaning, .dim),
      ])
    }
    if terms.isEmpty { out.add([Span("  No word fits. Esc shows all.", .dim)]) }
    content.lines = out.lines
    if let term = guide.selectedTerm { content.aside = aside(term, width) }
    return content
  }

  private func aside(_ term: Term, _ width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, lines.glyphs.repertoire)
    out.add([Span("  \(term.meaning)")], hanging: 2)
    if !term.aliases.isEmpty {
      out.add([Span("  also: \(term.aliases.joined(separator: ", "))", .dim)], hanging: 2)
    }
    if !term.reference.isEmpty { out.add([Span("  \(term.reference)", .link)]) }
    return out.lines
  }
}
