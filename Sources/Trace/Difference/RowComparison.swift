import Wire

/// A row by the names that people see, which are the same in runs of different seeds.
struct RowPlace: Hashable {
  let store: String
  let label: String
}

/// Follows the rows of both runs from step to step, and tells where they fall apart.
struct RowComparison {
  private let sides: Sides
  private var here: [RowPlace: Row] = [:]
  private var there: [RowPlace: Row] = [:]

  init(_ sides: Sides) {
    self.sides = sides
    for change in sides.here.trace.initialRows {
      here[sides.place(of: change, on: sides.here)] = change.after
    }
    for change in sides.there.trace.initialRows {
      there[sides.place(of: change, on: sides.there)] = change.after
    }
  }

  /// A row that a step leaves otherwise in both runs, and did not find so.
  struct Finding {
    let place: RowPlace
    /// The records that touched it last in the step.
    let here: Int?
    let there: Int?
    let words: String
  }

  /// Passes over a step that one run alone has.
  mutating func pass(here step: Int?, there other: Int?) {
    for touch in step.map({ touches(sides.here, $0) }) ?? [] { here[touch.place] = touch.row }
    for touch in other.map({ touches(sides.there, $0) }) ?? [] { there[touch.place] = touch.row }
  }

  /// Passes over a step that both have.
  mutating func compare(here step: Int, there other: Int) -> [Finding] {
    let left = touches(sides.here, step)
    let right = touches(sides.there, other)
    var told = Set<RowPlace>()
    let places = (left + right).map(\.place).filter { told.insert($0).inserted }
    let before = places.map { (here[$0], there[$0]) }
    for touch in left { here[touch.place] = touch.row }
    for touch in right { there[touch.place] = touch.row }
    return zip(places, before).compactMap { place, old in
      let now = (here[place], there[place])
      // What was apart like this already has been told.
      if sides.sameRow(now.0, now.1) || (now.0 == old.0 && now.1 == old.1) { return nil }
      return Finding(
        place: place, here: left.last { $0.place == place }?.record,
        there: right.last { $0.place == place }?.record, words: words(now: now, before: old))
    }
  }

  private struct Touch {
    let place: RowPlace
    let row: Row?
    let record: Int
  }

  private func touches(_ side: Side, _ step: Int) -> [Touch] {
    side.trace.range(ofStep: step).compactMap { index in
      guard case .storeChanged(let change) = side.trace.records[index].event else { return nil }
      return Touch(place: sides.place(of: change, on: side), row: change.after, record: index)
    }
  }

  private func words(now: (Row?, Row?), before: (Row?, Row?)) -> String {
    guard let left = now.0 else {
      return before.0 == nil ? "not here, written there" : "deleted here, kept there"
    }
    guard let right = now.1 else {
      return before.1 == nil ? "written here, not there" : "kept here, deleted there"
    }
    for name in left.map(\.name) + right.map(\.name) {
      let (a, b) = (left[name], right[name])
      if let a, let b, sides.same(a, b) { continue }
      guard let a else { return "has \(name) only there" }
      guard let b else { return "has \(name) only here" }
      guard let shown = sides.shownApart(a, b) else { return "has another \(name)" }
      return "has \(name) \(shown.0) here, \(shown.1) there"
    }
    return "has its fields in another order"
  }
}
