extension Canvas {
  /// Draws how much of something is done: `[#####.....] 54 of 108`. The words yield last.
  package mutating func gauge(done: Int, of total: Int, in rect: Rect, unit: String = "") {
    guard !rect.isEmpty else { return }
    let counted = max(0, min(done, total))
    let suffix = unit.isEmpty ? "" : " \(unit)"
    let words = "\(counted) of \(max(0, total))\(suffix)"
    let bar = rect.width - TextWidth.of(words, glyphs.repertoire) - 3
    guard bar >= 4 else {
      line([Span(words)], in: rect)
      return
    }
    let full = total > 0 ? Int(Double(bar) * Double(counted) / Double(total)) : 0
    line(
      [
        Span("[", .border),
        Span(String(repeating: glyphs.gaugeFull, count: full), .gauge),
        Span(String(repeating: glyphs.gaugeEmpty, count: bar - full), .dim),
        Span("] ", .border), Span(words),
      ], in: rect)
  }
}
