import Ledger

extension AlignedStep {
  private struct CheckPlace: Hashable {
    let path: SendPath
    let id: CheckID
    /// The same check may stand in a ledger of the same place twice.
    let time: Int
  }

  private struct Judged {
    let outcome: Outcome
    let beat: Int
  }

  /// The rows of the step's ledgers that came out otherwise.
  func checks() -> [Difference] {
    let left = rows(sides.here, here)
    let right = rows(sides.there, there)
    let partners = Dictionary(right) { first, _ in first }
    let known = Set(left.map(\.0))
    var out = left.compactMap { place, judged -> Difference? in
      guard let other = partners[place] else {
        return difference(
          .checks, place.path, here: judged.beat, there: nil,
          "check \(place.id.text): \(judged.outcome.shortWords) here, not in the ledger there",
          fields: [field(place.id, judged.outcome, nil)])
      }
      // A row that one run did not reach follows from an earlier row that is told.
      let isReached = judged.outcome != .notReached && other.outcome != .notReached
      guard isReached, judged.outcome.shortWords != other.outcome.shortWords else { return nil }
      return difference(
        .checks, place.path, here: judged.beat, there: other.beat,
        "check \(place.id.text): \(judged.outcome.shortWords) here, "
          + "\(other.outcome.shortWords) there",
        fields: [field(place.id, judged.outcome, other.outcome)])
    }
    out += right.filter { !known.contains($0.0) }.map { place, judged in
      difference(
        .checks, place.path, here: nil, there: judged.beat,
        "check \(place.id.text): not in the ledger here, \(judged.outcome.shortWords) there",
        fields: [field(place.id, nil, judged.outcome)])
    }
    return out
  }

  private func field(_ id: CheckID, _ left: Outcome?, _ right: Outcome?) -> FieldDifference {
    let mine = sides.masked(here: left?.longWords)
    let other = sides.masked(there: right?.longWords)
    return FieldDifference(
      id.text, mine, other, "\(mine ?? "not asked") here, \(other ?? "not asked") there")
  }

  private func rows(_ side: Side, _ step: Int) -> [(CheckPlace, Judged)] {
    var out: [(CheckPlace, Judged)] = []
    var used: [CheckPlace: Int] = [:]
    for index in side.trace.range(ofStep: step) {
      let record = side.trace.records[index]
      guard let ledger = record.event.ledger else { continue }
      let beat = side.beats.index(ofRecord: index)
      for row in ledger.rows {
        let first = CheckPlace(path: record.path, id: row.check.id, time: 0)
        let time = used[first, default: 0]
        used[first] = time + 1
        let place = CheckPlace(path: record.path, id: row.check.id, time: time)
        out.append((place, Judged(outcome: row.outcome, beat: beat)))
      }
    }
    return out
  }
}

extension Outcome {
  /// The outcome without values, which differ from run to run.
  fileprivate var shortWords: String {
    switch self {
    case .pass: "passed"
    case .fail: "failed"
    case .off(_, .fails): "off (would fail)"
    case .off(_, .holds): "off (would pass)"
    case .off(_, .moot): "off"
    case .notApplicable: "not applicable"
    case .notReached: "not reached"
    }
  }

  /// The outcome with what was expected and what was there.
  fileprivate var longWords: String {
    switch self {
    case .fail(let expected, let actual), .off(_, .fails(let expected, let actual)):
      "\(shortWords): expected \(expected); it is \(actual)"
    case .off(_, .moot(let why)): "\(shortWords), nothing to judge: \(why)"
    case .notApplicable(let why): "\(shortWords): \(why)"
    case .pass, .off(_, .holds), .notReached: shortWords
    }
  }
}
