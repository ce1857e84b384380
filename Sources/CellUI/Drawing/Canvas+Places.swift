/// A part of the screen that a click can mean something at.
package struct ClickPlace: Sendable {
  package let rect: Rect
  package let meaning: any Hashable & Sendable
}

extension Canvas {
  /// Says what a click into a rectangle means; what is drawn later lies above what was drawn before.
  ///
  /// Noted where the thing is drawn, so that there is no second layout to be wrong.
  package mutating func place(_ rect: Rect, _ meaning: some Hashable & Sendable) {
    guard notesPlaces else { return }
    let seen = clip.intersection(rect)
    if !seen.isEmpty { places.append(ClickPlace(rect: seen, meaning: meaning)) }
  }

  /// What was drawn last at a point and means something.
  package func meaning(at point: Point) -> (any Hashable & Sendable)? {
    places.last { $0.rect.contains(point) }?.meaning
  }
}
