import CellUI
import Guide

/// The common mistakes, or the checklist before shipping.
struct RowsPage {
  let guide: GuideState
  let lines: GuideLines

  func content(aside width: Int) -> GuideContent {
    var content = GuideContent(
      title: guide.page == .mistakes ? "Common mistakes" : "Before you ship",
      note: [Span("\(guide.press(.enter)) shows it running", .dim)],
      asideTitle: "Why, and what to do")
    var out = lines.maker
    for (index, row) in guide.guideRows.enumerated() {
      let range = lines.row(
        [Span("\(row.claim.id)  ", .accent), Span(row.claim.text)],
        isSelected: index == guide.row, hanging: 6, to: &out)
      content.rows.append(range)
      if index == guide.row { content.focus = range }
      out.blank()
    }
    content.lines = out.lines
    if let row = guide.selectedGuideRow { content.aside = aside(row, width) }
    return content
  }

  private func aside(_ row: GuideRow, _ width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, lines.glyphs.repertoire)
    let parts = GuideLines(width: width, glyphs: lines.glyphs)
    out.add([Span("  \(row.why)")], hanging: 2)
    out.blank()
    parts.part("Do", row.remedy, .ok, to: &out)
    if let limit = row.claim.standing.limit {
      out.blank()
      parts.part(row.claim.standing.word, limit, .dim, to: &out)
    }
    out.blank()
    out.add([Span("  \(guide.press(.enter)) ", .key), Span("opens \(row.scenario)", .link)])
    return out.lines
  }
}
