import CellUI

/// The tour's beat that waits for its key.
struct TourBox {
  let tour: Tour
  let keys: KeyTable
  let width: Int
  let glyphs: Glyphs

  var content: PaneContent? {
    guard let beat = tour.beat else { return nil }
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  \(beat.text(keys))", .strong)], hanging: 2)
    return PaneContent(
      title: "Tour \(tour.number) of \(Tour.beats.count)",
      note: [Span("\(keys.name(.leave, in: .run)) ends it", .keyHint)],
      lines: out.lines)
  }
}
