/// How much of a row or column of panes one pane wants.
package enum Length: Hashable, Sendable {
  /// Exactly so many cells, as far as they go.
  case fixed(Int)
  /// A part of what the fixed ones leave, in proportion to the weight.
  case share(Int)
}

extension Rect {
  /// Cuts `height` rows off the top; the rest is below it.
  package func splitTop(_ height: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: self.height - cut)
    )
  }

  /// Cuts `height` rows off the bottom; the rest is above it.
  package func splitBottom(_ height: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, height), self.height)
    let halves = splitTop(self.height - cut)
    return (halves.top, halves.rest)
  }

  /// Cuts `width` columns off the left; the rest is to the right of it.
  package func splitLeft(_ width: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: self.width - cut, height: height)
    )
  }

  /// Cuts `width` columns off the right; the rest is to the left of it.
  package func splitRight(_ width: Int) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, width), self.width)
    let halves = splitLeft(self.width - cut)
    return (halves.left, halves.rest)
  }

  /// The rectangle without `dx` columns at both sides and `dy` rows above and below.
  package func inset(dx: Int = 0, dy: Int = 0) -> Rect {
    inset(left: dx, top: dy, right: dx, bottom: dy)
  }

  /// The rectangle without so many cells at each side; empty rather than negative.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    splitLeft(left).rest.splitRight(right).rest.splitTop(top).rest.splitBottom(bottom).rest
  }

  /// Panes side by side from left to right, `gap` columns apart.
  package func columns(_ lengths: [Length], gap: Int = 0) -> [Rect] {
    var rest = self
    return Length.resolve(lengths, total: width, gap: gap).map { length in
      let (left, remaining) = rest.splitLeft(length)
      rest = remaining.splitLeft(gap).rest
      return left
    }
  }

  /// Panes above each other from top to bottom, `gap` rows apart.
  package func rows(_ lengths: [Length], gap: Int = 0) -> [Rect] {
    var rest = self
    return Length.resolve(lengths, total: height, gap: gap).map { length in
      let (top, remaining) = rest.splitTop(length)
      rest = remaining.splitTop(gap).rest
      return top
    }
  }

  /// A rectangle of at most `size` in the middle of this one, for a dialogue.
  package func centered(_ size: Size) -> Rect {
    let w = min(size.width, width)
    let h = min(size.height, height)
    return Rect(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
  }
}

extension Length {
  /// The lengths in cells: fixed ones first, in order, then the shares; together never over `total`.
  package static func resolve(_ lengths: [Length], total: Int, gap: Int = 0) -> [Int] {
    var left = max(0, total - max(0, gap) * max(0, lengths.count - 1))
    var weights = 0
    var resolved = lengths.map { length in
      switch length {
      case .fixed(let wanted):
        let given = min(max(0, wanted), left)
        left -= given
        return given
      case .share(let weight):
        weights += max(0, weight)
        return 0
      }
    }
    for (index, length) in lengths.enumerated() {
      guard case .share(let weight) = length, weights > 0, weight > 0 else { continue }
      resolved[index] = left * weight / weights
      left -= resolved[index]
      weights -= weight
    }
    return resolved
  }
}
