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
    let fields: [FieldDifference]
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
        there: right.last { $0.place == place }?.record, words: words(now: now, before: old),
        fields: fields(now))
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

  /// All fields that differ; of a row that one run alone has, the whole row.
  private func fields(_ now: (Row?, Row?)) -> [FieldDifference] {
    guard let left = now.0, let right = now.1 else {
      let words = now.0 == nil ? "the row is only there" : "the row is only here"
      return [
        FieldDifference(
          "row", sides.masked(here: now.0.map(Self.text)),
          sides.masked(there: now.1.map(Self.text)),
          words)
      ]
    }
    var told: Set<String> = []
    return (left + right).map(\.name).filter { told.insert($0).inserted }.compactMap { name in
      field(name, left[name], right[name])
    }
  }

  private func field(_ name: String, _ left: String?, _ right: String?) -> FieldDifference? {
    guard let left, let right else {
      let words = "\(name) only \(left == nil ? "there" : "here")"
      return FieldDifference(name, sides.masked(here: left), sides.masked(there: right), words)
    }
    if sides.same(left, right) { return nil }
    guard let shown = sides.shownApart(left, right) else {
      // Other bytes under the same name: there is nothing to show.
      return FieldDifference(name, nil, nil, "another \(name)")
    }
    return FieldDifference(
      name, sides.masked(here: left), sides.masked(there: right),
      "\(name) \(shown.0) here, \(shown.1) there")
  }

  private static func text(_ row: Row) -> String {
    row.isEmpty
      ? "(no fields)" : row.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }
}
