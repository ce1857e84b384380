import CellUI
import Guide

/// The decision tree as a reader goes through it.
struct DecidePage {
  let guide: GuideState
  let lines: GuideLines

  func content(aside width: Int) -> GuideContent {
    guide.path.advice.map { advice($0, width) } ?? question(width)
  }

  private var answered: [StyledLine] {
    guard !guide.path.choices.isEmpty else { return [] }
    var out = lines.maker
    for choice in guide.path.choices {
      out.add(
        [
          Span("  \(lines.glyphs.tick) ", .ok), Span("\(choice.question.ask) ", .dim),
          Span(choice.answer.text),
        ], hanging: 4)
    }
    out.blank()
    return out.lines
  }

  private func question(_ width: Int) -> GuideContent {
    guard let question = guide.path.question else {
      return GuideContent(title: "", asideTitle: "")
    }
    var content = GuideContent(
      title: "Question \(guide.path.choices.count + 1)",
      note: [
        Span(
          guide.path.choices.isEmpty ? "" : "\(guide.press(.back)) takes the last answer back", .dim
        )
      ],
      asideTitle: "What follows from it")
    content.lines = answered
    var out = lines.maker
    out.add([Span("  \(question.ask)", .question)], hanging: 2)
    out.add([Span("  \(question.why)", .dim)], hanging: 2)
    out.blank()
    for (index, answer) in question.answers.enumerated() {
      let range = lines.row(
        [Span("\(index + 1)  ", .key), Span(answer.text)], isSelected: index == guide.row,
        hanging: 5, to: &out)
      let above = content.lines.count
      content.rows.append(range.lowerBound + above..<range.upperBound + above)
      if index == guide.row { content.focus = content.rows.last }
    }
    content.lines += out.lines
    if let answer = guide.selectedAnswer { content.aside = aside(answer, width) }
    return content
  }

  private func aside(_ answer: DecisionQuestion.Answer, _ width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, lines.glyphs.repertoire)
    out.add([Span("  \(answer.because)")], hanging: 2)
    out.blank()
    switch answer.next {
    case .question(let id):
      if let next = DecisionTree.question(id) {
        out.add([Span("  Then: ", .heading), Span(next.ask, .dim)], hanging: 2)
      }
    case .advice(let id):
      if let advice = DecisionTree.advice(id) {
        out.add([Span("  Then: ", .heading), Span(advice.title, .strong)], hanging: 2)
      }
    }
    return out.lines
  }

  private func advice(_ advice: Advice, _ width: Int) -> GuideContent {
    var content = GuideContent(
      title: "What fits", note: [Span("\(guide.press(.enter)) shows it running", .dim)],
      asideTitle: "Why")
    content.lines = answered
    var out = lines.maker
    let range = lines.row([Span(advice.title, .strong)], isSelected: true, hanging: 2, to: &out)
    content.focus = range.lowerBound + content.lines.count..<range.upperBound + content.lines.count
    out.blank()
    out.add([Span("  \(advice.text)")], hanging: 2)
    out.blank()
    lines.part("The price", advice.price, .warning, to: &out)
    out.blank()
    out.add([Span("  Easily done wrong", .heading)])
    for point in advice.mind {
      out.add([Span("  \(lines.glyphs.bullet) \(point)")], hanging: 4)
    }
    out.blank()
    out.add([Span("  \(guide.press(.enter)) ", .key), Span("opens \(advice.scenario)", .link)])
    content.lines += out.lines
    content.aside = reasons(advice, width)
    return content
  }

  private func reasons(_ advice: Advice, _ width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, lines.glyphs.repertoire)
    for choice in guide.path.choices {
      out.add([Span("  \(choice.answer.because)")], hanging: 2)
    }
    out.blank()
    out.add([Span("  The guide says", .heading)])
    for claim in advice.claims.compactMap(Claims.claim) {
      out.add([Span("  \(claim.id)  ", .accent), Span(claim.text, .dim)], hanging: 6)
      if let limit = claim.standing.limit {
        out.add([Span("      \(claim.standing.word): \(limit)", .dim)], hanging: 6)
      }
    }
    return out.lines
  }
}
