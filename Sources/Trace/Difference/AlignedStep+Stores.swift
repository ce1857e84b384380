extension AlignedStep {
  private struct RowPlace: Hashable {
    let store: String
    let label: String
  }

  /// A row that the step touches, and the last record that does.
  private struct Touch {
    let place: RowPlace
    let record: Int
  }

  /// The rows that are otherwise after the step, and were not so before it.
  func stores() -> [Difference] {
    let left = touches(sides.here, here)
    let right = touches(sides.there, there)
    let known = Set(left.map(\.place))
    guard !left.isEmpty || !right.isEmpty else { return [] }
    let states = StepStates(sides: sides, here: here, there: there)
    return left.compactMap { touch in
      let other = right.first { $0.place == touch.place }
      return store(touch.place, states, touch.record, other?.record)
    }
      + right.filter { !known.contains($0.place) }.compactMap {
        store($0.place, states, nil, $0.record)
      }
  }

  private func touches(_ side: Side, _ step: Int) -> [Touch] {
    var out: [Touch] = []
    for index in side.trace.range(ofStep: step) {
      guard case .storeChanged(let change) = side.trace.records[index].event else { continue }
      let place = RowPlace(
        store: side.trace.label(of: change.store), label: side.trace.label(of: change.key))
      out.removeAll { $0.place == place }
      out.append(Touch(place: place, record: index))
    }
    return out
  }

  private func store(
    _ place: RowPlace, _ states: StepStates, _ left: Int?, _ right: Int?
  ) -> Difference? {
    let now = states.rows(place.store, place.label, after: true)
    let before = states.rows(place.store, place.label, after: false)
    if sides.sameRow(now.here, now.there) { return nil }
    // It was like this already, and has been told.
    if now.here == before.here, now.there == before.there { return nil }
    let words = self.words(now: now, before: before)
    let beats = self.beats(left, right)
    return difference(
      .store, beats.path, here: beats.here, there: beats.there,
      "in store \(place.store): row \(place.label) \(words)")
  }

  private func words(
    now: (here: Row?, there: Row?), before: (here: Row?, there: Row?)
  ) -> String {
    guard let left = now.here else {
      return before.here == nil ? "not here, written there" : "deleted here, kept there"
    }
    guard let right = now.there else {
      return before.there == nil ? "written here, not there" : "kept here, deleted there"
    }
    let names = left.map(\.name) + right.map(\.name)
    for name in names {
      let (a, b) = (left[name], right[name])
      if let a, let b, sides.same(a, b) { continue }
      let shown = (
        a.map { Sides.shown($0, sides.here) } ?? "absent",
        b.map { Sides.shown($0, sides.there) } ?? "absent"
      )
      return shown.0 == shown.1
        ? "has another \(name)" : "has \(name) \(shown.0) here, \(shown.1) there"
    }
    return "has its fields in another order"
  }

  /// The beats of two records; where a run has none, the answer at the same place.
  func beats(_ left: Int?, _ right: Int?) -> (path: SendPath, here: Int?, there: Int?) {
    let path =
      left.map { sides.here.trace.records[$0].path }
      ?? right.map { sides.there.trace.records[$0].path } ?? SendPath()
    return (
      path,
      left.map { sides.here.beats.index(ofRecord: $0) }
        ?? beat(sides.here, here, at: path, isRequest: false),
      right.map { sides.there.beats.index(ofRecord: $0) }
        ?? beat(sides.there, there, at: path, isRequest: false)
    )
  }
}

/// What both runs hold before and after a step.
private struct StepStates {
  let sides: Sides
  private let before: (here: Holdings, there: Holdings)
  private let after: (here: Holdings, there: Holdings)

  init(sides: Sides, here: Int, there: Int) {
    self.sides = sides
    let left = sides.here.trace.range(ofStep: here)
    let right = sides.there.trace.range(ofStep: there)
    before = (
      sides.here.states.states(afterRecord: left.lowerBound - 1),
      sides.there.states.states(afterRecord: right.lowerBound - 1)
    )
    after = (
      sides.here.states.states(afterRecord: left.upperBound - 1),
      sides.there.states.states(afterRecord: right.upperBound - 1)
    )
  }

  func rows(_ store: String, _ label: String, after isAfter: Bool) -> (here: Row?, there: Row?) {
    let holdings = isAfter ? after : before
    return (
      sides.here.row(store: store, label: label, in: holdings.here),
      sides.there.row(store: store, label: label, in: holdings.there)
    )
  }
}
