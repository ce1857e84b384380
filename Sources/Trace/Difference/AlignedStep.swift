import Wire

/// A step that both runs have.
struct AlignedStep {
  let sides: Sides
  let here: Int
  let there: Int

  private var id: StepID { sides.here.trace.steps[here].id }

  /// A message within the step; the same place may be used twice when a message is repeated.
  struct Slot: Hashable {
    let path: SendPath
    let isRequest: Bool
    let time: Int
  }

  /// The differences in the order of their beats. `lag` is how far the other run's clock was ahead
  /// when it was last told.
  func differences(rows: [RowComparison.Finding], lag: inout TimeSpan) -> [Difference] {
    var out = messages() + checks() + stores(rows) + cookies()
    out += clock(&lag).map { [$0] } ?? []
    // Sorted by position; differences of one beat keep the order of the areas.
    return out.enumerated().sorted {
      (position($0.element), $0.offset) < (position($1.element), $1.offset)
    }.map(\.element)
  }

  private func position(_ difference: Difference) -> Int {
    difference.here ?? sides.here.beats.indices(ofStep: here).upperBound
  }

  func difference(
    _ area: DifferenceArea, _ path: SendPath, here: Int?, there: Int?, _ words: String,
    fields: [FieldDifference] = []
  ) -> Difference {
    Difference(
      area: area, address: Address(step: id, path: path), here: here, there: there, words: words,
      fields: fields)
  }

  /// The step's messages, by place, in order.
  static func slots(_ side: Side, _ step: Int) -> [(slot: Slot, beat: Int)] {
    var used: [Slot: Int] = [:]
    return side.beats.indices(ofStep: step).compactMap { index in
      let beat = side.beats[index]
      guard beat.kind == .request || beat.kind == .response else { return nil }
      let path = side.trace.records[beat.record].path
      let first = Slot(path: path, isRequest: beat.kind == .request, time: 0)
      let time = used[first, default: 0]
      used[first] = time + 1
      return (Slot(path: path, isRequest: first.isRequest, time: time), index)
    }
  }

  /// The beat of a run at the same place as a beat of the other one.
  func beat(_ side: Side, _ step: Int, at path: SendPath, isRequest: Bool) -> Int? {
    Self.slots(side, step).last { $0.slot.path == path && $0.slot.isRequest == isRequest }?.beat
  }

  private func messages() -> [Difference] {
    let left = Self.slots(sides.here, here)
    let right = Self.slots(sides.there, there)
    let partners = Dictionary(right.map { ($0.slot, $0.beat) }) { first, _ in first }
    let known = Set(left.map(\.slot))
    var out = left.compactMap { slot, beat -> Difference? in
      guard let partner = partners[slot] else {
        let words = "\(title(sides.here, beat)) only here"
        return difference(.message, slot.path, here: beat, there: nil, words)
      }
      let fields = MessageComparison(sides: sides, here: beat, there: partner).fields
      return fields.first.map {
        difference(.message, slot.path, here: beat, there: partner, $0.words, fields: fields)
      }
    }
    out += right.filter { !known.contains($0.slot) }.map { slot, beat in
      difference(
        .message, slot.path, here: nil, there: beat, "\(title(sides.there, beat)) only there")
    }
    return out
  }

  private func stores(_ rows: [RowComparison.Finding]) -> [Difference] {
    rows.map { row in
      let beats = beats(row.here, row.there)
      return difference(
        .store, beats.path, here: beats.here, there: beats.there,
        "in store \(row.place.store): row \(row.place.label) \(row.words)", fields: row.fields)
    }
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

  private func title(_ side: Side, _ beat: Int) -> String {
    let event = side.trace.records[side.beats[beat].record].event
    if let request = event.sent?.request { return "\(request.method) \(request.url.path)" }
    return event.received.map { "answer \($0.response.status)" } ?? "message"
  }

  /// A step whose clock is further apart than before.
  private func clock(_ lag: inout TimeSpan) -> Difference? {
    let left = elapsed(sides.here, here)
    let right = elapsed(sides.there, there)
    let apart = TimeSpan(milliseconds: right.milliseconds - left.milliseconds)
    guard apart != lag else { return nil }
    lag = apart
    return difference(
      .clock, SendPath(), here: sides.here.beats.indices(ofStep: here).last,
      there: sides.there.beats.indices(ofStep: there).last,
      "the clock: +\(left.text) here, +\(right.text) there",
      fields: [
        FieldDifference(
          "time", "+\(left.text)", "+\(right.text)", "+\(left.text) here, +\(right.text) there")
      ])
  }

  /// The time since the start when the step has ended.
  private func elapsed(_ side: Side, _ step: Int) -> TimeSpan {
    let end = side.trace.records(ofStep: step).last?.time ?? side.trace.steps[step].time
    return end.since(side.trace.start)
  }
}
