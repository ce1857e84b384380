/// The terminal's own colour, or one of the 256 of the common palette.
package enum Color: Hashable, Sendable {
  case standard
  case palette(UInt8)

  package static let black = Color.palette(0)
  package static let red = Color.palette(1)
  package static let green = Color.palette(2)
  package static let yellow = Color.palette(3)
  package static let blue = Color.palette(4)
  package static let magenta = Color.palette(5)
  package static let cyan = Color.palette(6)
  package static let white = Color.palette(7)
  package static let gray = Color.palette(8)

  /// The same or the nearest colour on a terminal that has only `count` of them.
  package func reduced(toColors count: Int) -> Color {
    guard case .palette(let index) = self, Int(index) >= count else { return self }
    if count < 8 { return .standard }
    let sixteen = index < 16 ? Int(index) : Color.nearestOfSixteen(to: Color.rgb(index))
    if count >= 16 { return .palette(UInt8(sixteen)) }
    // Of eight colours grey would become black, and vanish.
    return sixteen == 8 ? .standard : .palette(UInt8(sixteen % 8))
  }

  /// Red, green and blue of an index of the 6×6×6 cube or the grey ramp.
  private static func rgb(_ index: UInt8) -> (Int, Int, Int) {
    let levels = [0, 95, 135, 175, 215, 255]
    if index >= 232 {
      let gray = 8 + 10 * (Int(index) - 232)
      return (gray, gray, gray)
    }
    let cube = Int(index) - 16
    return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
  }

  private static func nearestOfSixteen(to wanted: (Int, Int, Int)) -> Int {
    let sixteen = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
      (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    var best = (index: 7, distance: Int.max)
    for (index, color) in sixteen.enumerated() {
      let (r, g, b) = (color.0 - wanted.0, color.1 - wanted.1, color.2 - wanted.2)
      let distance = r * r + g * g + b * b
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }
}
