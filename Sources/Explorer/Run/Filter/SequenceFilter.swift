import Trace

/// Which moments of a run are shown in the sequence; decided once for each branch.
struct SequenceFilter: Hashable, Sendable {
  let text: String
  /// For each moment, whether it fits.
  private let fits: [Bool]

  init(_ text: String, _ model: RunModel) {
    self.text = text
    let words = text.split(separator: " ").map { FoldedSearch(String($0)) }
    fits = model.moments.indices.map { index in
      let line = Self.line(index, model)
      return words.allSatisfy { $0.isIn(line) }
    }
  }

  /// What a moment is found by: its step, kind, marks, parties and label.
  private static func line(_ index: Int, _ model: RunModel) -> String {
    let moment = model.moments[index]
    let marks = model.marks[index]
    var words = [model.trace.steps[moment.step].id.description, moment.kind.word]
    if marks.attack { words.append("attack") }
    if marks.refused { words.append("refused") }
    if marks.storeChanged { words.append("store") }
    if marks.omission { words.append("omitted") }
    words.append(Wording(model: model).sentence(index))
    if model.trace.records.indices.contains(moment.main) {
      switch model.trace.records[moment.main].event {
      case .sent(let it): words += [it.from, it.to].map { model.trace.party($0).name }
      case .received(let it): words += [it.from, it.to].map { model.trace.party($0).name }
      case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
        .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        break
      }
    }
    return words.joined(separator: " ")
  }

  func fits(_ moment: Int) -> Bool { fits.indices.contains(moment) && fits[moment] }
  var count: Int { fits.count { $0 } }
}

extension MomentKind {
  var word: String {
    switch self {
    case .request: "request"
    case .response: "response"
    case .attack: "attack"
    case .wait: "wait"
    case .note: "note"
    case .setting: "setting"
    case .quiet: "quiet"
    }
  }
}

extension RunState {
  /// Whether a moment has a row in the sequence: it fits, is the current one, or is not seen yet.
  func isShown(_ moment: Int) -> Bool {
    guard let filter else { return true }
    return moment == position || branch.isVeiled(moment) || filter.fits(moment)
  }

  /// The next moment with a row in a direction; nil at the end.
  func neighbour(of moment: Int, _ direction: Int) -> Int? {
    var index = moment + direction
    while model.moments.indices.contains(index) {
      if isShown(index) { return index }
      index += direction
    }
    return nil
  }

  /// The moments with a row around the current one, so many at most, and whether there are more.
  func shownMoments(_ height: Int) -> (rows: [Int], above: Bool, below: Bool) {
    guard height > 0, !model.moments.isEmpty else { return ([], false, false) }
    var before: [Int] = []
    var behind: [Int] = []
    var up = neighbour(of: position, -1)
    var down = neighbour(of: position, 1)
    // The current one stands in the middle as long as both sides have rows.
    while before.count + behind.count + 1 < height, up != nil || down != nil {
      let takesUp = before.count < behind.count + (height % 2 == 0 ? 1 : 0)
      if let next = up, takesUp || down == nil {
        before.append(next)
        up = neighbour(of: next, -1)
      } else if let next = down {
        behind.append(next)
        down = neighbour(of: next, 1)
      }
    }
    return (before.reversed() + [position] + behind, up != nil, down != nil)
  }
}
