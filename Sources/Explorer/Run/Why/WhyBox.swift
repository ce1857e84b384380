import CellUI
import Trace

/// Draws the way back: what was asked about, then each step with its message's number.
struct WhyBox {
  let why: WhyState
  let run: RunState
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) {
    let width = ListBox.lineWidth(canvas.bounds)
    ListBox(
      title: "Why: \(why.name)", note: [Span(run.keys.listNote("goes there"), .keyHint)],
      rows: why.links.map { lines($0, width: width) }, selected: why.row
    ).draw(on: &canvas)
  }

  private func lines(_ link: WhyLink, width: Int) -> [StyledLine] {
    let number = link.record.map { "\(run.model.moment(ofRecord: $0) + 1)" } ?? ""
    let digits = max(2, String(run.model.moments.count).count)
    let blank = String(repeating: " ", count: digits - number.count)
    let head = "\(blank)\(number)  "
    let word = link.sign.word.padded(to: 10)
    let indent = head.count + word.count
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add(
      [Span(head, .dim), Span(word, link.sign.role)]
        + Wording(model: run.model).emphasised(link.text), hanging: indent < width / 2 ? indent : 4)
    return out.lines
  }
}

extension Wording {
  /// A sentence in which the names of secrets stand out.
  func emphasised(_ sentence: String) -> StyledLine {
    var out: StyledLine = []
    for (index, word) in sentence.split(separator: " ", omittingEmptySubsequences: false)
      .enumerated()
    {
      let blank = index == 0 ? "" : " "
      let bare = word.trimmingPunctuation
      if model.secretNames.contains(String(bare)), let place = word.range(of: bare) {
        out.append(Span(blank + word[..<place.lowerBound]))
        out.append(Span(String(bare), .secret))
        out.append(Span(String(word[place.upperBound...])))
      } else {
        out.append(Span(blank + word))
      }
    }
    return out
  }
}

extension Substring {
  /// Without the signs around a word.
  fileprivate var trimmingPunctuation: Substring {
    let signs = ".,;:()\""
    var word = self
    while let first = word.first, signs.contains(first) { word = word.dropFirst() }
    while let last = word.last, signs.contains(last) { word = word.dropLast() }
    return word
  }

  fileprivate func range(of part: Substring) -> Range<Index>? {
    part.isEmpty ? nil : part.startIndex..<part.endIndex
  }
}
