import CellUI
import Trace

extension RunState {
  /// Moves the cursor of a pane from thing to thing; where there is none, the pane scrolls.
  mutating func moveCursor(_ pane: Pane, by rows: Int, _ size: Size) {
    let view = RunView(self, size: size)
    var scroll = view.scroll(of: pane)
    let targets = view.targets(of: pane)
    let old = panes.cursor[pane]
    guard let index = Self.next(targets, from: old, by: rows, scroll), index != old else {
      scroll.scroll(by: rows)
      panes.scroll[pane] = scroll.offset
      return
    }
    panes.cursor[pane] = index
    scroll.reveal(targets[index])
    panes.scroll[pane] = scroll.offset
  }

  private static func next(
    _ targets: [PaneTarget], from index: Int?, by rows: Int, _ scroll: Scroll
  ) -> Int? {
    guard !targets.isEmpty else { return nil }
    guard let index else {
      return targets.firstIndex { $0.lines.lowerBound >= scroll.offset } ?? targets.count - 1
    }
    return index.moved(by: rows, in: targets.count)
  }

  /// What the reader points at: the cursor's thing, else what the moment is about.
  func selection(_ size: Size) -> PaneThing {
    let focus = RunArrangement.of(size).focus(panes)
    if focus == .defences, recording == nil,
      model.trace.defences.indices.contains(panes.defence)
    {
      let defence = model.trace.defences[panes.defence]
      return PaneThing(
        .defence(defence.id), "the defence \(defence.id.text)",
        "\(defence.id.text): \(defence.level)", isVerdict: true)
    }
    if let cursor = panes.cursor[focus] {
      let targets = RunView(self, size: size).targets(of: focus)
      if targets.indices.contains(cursor) { return targets[cursor].thing }
    }
    return momentsThing
  }

  /// The check that the reader stands at, the one that failed, the verdict, or the message.
  private var momentsThing: PaneThing {
    let checks = self.checks
    let lines = LedgerLines(checks.rows, checks.places)
    if let check = walk.check, checks.rows.indices.contains(check) { return lines.thing(check) }
    if walk.atEnd { return verdictThing }
    if checks.isAnswered, let failed = checks.rows.firstIndex(where: \.hasFailed) {
      return lines.thing(failed)
    }
    return thing(at: position)
  }

  /// The answer that shows how the run came out.
  private var verdictThing: PaneThing {
    let marks = model.marks
    let place =
      marks.lastIndex { $0.prize } ?? marks.lastIndex { $0.refused } ?? model.lastMoment
    let checks = MessageChecks(model, at: place)
    if let failed = checks.rows.firstIndex(where: \.hasFailed) {
      return LedgerLines(checks.rows, checks.places).thing(failed)
    }
    return thing(at: place)
  }

  private func thing(at place: Int) -> PaneThing {
    guard model.moments.indices.contains(place) else {
      return PaneThing(.record(-1), "nothing", "")
    }
    let words = Wording(model: model).sentence(place)
    return PaneThing(.record(model.moments[place].main), "message \(place + 1)", words)
  }

  /// What has been seen, for the way back from anything in it.
  var chain: WhyChain {
    let seen = branch.unveiled ? model.lastMoment : branch.furthest
    let last = model.moments.indices.contains(seen) ? model.moments[seen].lastRecord : -1
    return WhyChain(model.beats, model.names.index, upTo: last)
  }
}

extension Scroll {
  /// Brings all of a thing into sight, its first line where there is no room for all.
  mutating func reveal(_ target: PaneTarget) {
    reveal(target.lines.upperBound - 1, margin: 1)
    reveal(target.lines.lowerBound, margin: target.lines.lowerBound > 0 ? 1 : 0)
  }
}
