extension AlignedStep {
  /// What became of a cookie on its way into the jar, or out of it into a request.
  private struct CookiePlace: Hashable {
    let client: String
    let name: String
    let host: String
    let path: SendPath
    let isArrival: Bool
  }

  private struct Decided {
    let place: CookiePlace
    let decision: CookieDecision
    let record: Int
  }

  /// The cookies of which the jars decided otherwise.
  func cookies() -> [Difference] {
    let left = decisions(sides.here, here)
    let right = decisions(sides.there, there)
    let partners = Dictionary(right.map { ($0.place, $0) }) { first, _ in first }
    let known = Set(left.map(\.place))
    return left.compactMap { decided in cookie(decided, partners[decided.place]) }
      + right.filter { !known.contains($0.place) }.map { only(nil, $0) }
  }

  private func decisions(_ side: Side, _ step: Int) -> [Decided] {
    var out: [Decided] = []
    for index in side.trace.range(ofStep: step) {
      let record = side.trace.records[index]
      guard case .cookie(let decision) = record.event else { continue }
      let place = CookiePlace(
        client: side.trace.party(record.party).name, name: decision.name, host: decision.host,
        path: record.path, isArrival: decision.fate.isArrival)
      out.removeAll { $0.place == place }
      out.append(Decided(place: place, decision: decision, record: index))
    }
    return out
  }

  private func cookie(_ left: Decided, _ right: Decided?) -> Difference? {
    guard let right else { return only(left, nil) }
    let (a, b) = (left.decision, right.decision)
    if a.fate.word != b.fate.word {
      return difference(left, right, "\(Self.words(a)) here, \(Self.words(b)) there")
    }
    return sides.same(a.value, b.value)
      ? nil : difference(left, right, "\(a.fate.word) with another value there")
  }

  private func only(_ left: Decided?, _ right: Decided?) -> Difference {
    let words = (left ?? right).map { Self.words($0.decision) } ?? ""
    return difference(left, right, left == nil ? "\(words) only there" : "\(words) only here")
  }

  private static func words(_ decision: CookieDecision) -> String {
    switch decision.fate {
    case .refused, .withheld:
      decision.reason.isEmpty
        ? decision.fate.word : "\(decision.fate.word) (\(decision.reason))"
    case .stored, .replaced, .deleted, .attached: decision.fate.word
    }
  }

  private func difference(_ left: Decided?, _ right: Decided?, _ words: String) -> Difference {
    let place = (left ?? right)?.place
    let beats = beats(left?.record, right?.record)
    let isRequest = place.map { !$0.isArrival } ?? false
    let mine = left.map { "\(Self.words($0.decision)): \($0.decision.value)" }
    let other = right.map { "\(Self.words($0.decision)): \($0.decision.value)" }
    let field = FieldDifference(
      place?.name ?? "cookie", sides.masked(here: mine), sides.masked(there: other), words)
    return difference(
      .jar, beats.path,
      here: left == nil
        ? beat(sides.here, here, at: beats.path, isRequest: isRequest) : beats.here,
      there: right == nil
        ? beat(sides.there, there, at: beats.path, isRequest: isRequest) : beats.there,
      "in the jar of \(place?.client ?? ""): cookie \(place?.name ?? "") \(words)",
      fields: [field])
  }
}

extension CookieFate {
  fileprivate var isArrival: Bool {
    switch self {
    case .stored, .replaced, .deleted, .refused: true
    case .attached, .withheld: false
    }
  }

  /// Whether a stored cookie took the place of another is no difference by itself.
  fileprivate var word: String {
    switch self {
    case .stored, .replaced: "stored"
    case .deleted: "deleted"
    case .refused: "refused"
    case .attached: "attached"
    case .withheld: "withheld"
    }
  }
}
