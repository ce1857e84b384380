import Trace

/// What clients hold after each moment: cookies in jars, the attacker's loot.
struct JarHistory: Sendable {
  struct HeldCookie: Hashable, Sendable {
    let name: String
    let host: String
    var value: String
    var since: Int
  }

  struct Loot: Hashable, Sendable {
    let name: String
    let value: String
    let kind: AttackKind
    let at: Int
  }

  /// One client's belongings.
  struct Holdings: Hashable, Sendable {
    let party: PartyID
    var cookies: [HeldCookie] = []
    var loot: [Loot] = []
    /// The last moment that emptied the jar of a cookie.
    var cleared: [(name: String, at: Int)] = []

    static func == (a: Holdings, b: Holdings) -> Bool {
      a.party == b.party && a.cookies == b.cookies && a.loot == b.loot
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(party)
      hasher.combine(cookies)
    }
  }

  private let trace: Trace
  private let moments: [Moment]

  init(_ trace: Trace, _ moments: [Moment]) {
    self.trace = trace
    self.moments = moments
  }

  /// What each client holds when a moment is over.
  func holdings(after moment: Int) -> [Holdings] {
    var all = trace.parties.indices
      .filter { trace.parties[$0].kind.isClient }
      .map { Holdings(party: PartyID($0)) }
    guard !moments.isEmpty else { return all }
    for index in 0...min(moment, moments.count - 1) {
      for record in trace.records[moments[index].records] {
        guard let place = all.firstIndex(where: { $0.party == record.party }) else { continue }
        switch record.event {
        case .cookie(let decision): Self.apply(decision, at: index, to: &all[place])
        case .act(let act): Self.apply(act, at: index, to: &all[place])
        case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .browserStorage,
          .navigated, .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied:
          break
        }
      }
    }
    return all
  }

  private static func apply(_ decision: CookieDecision, at moment: Int, to it: inout Holdings) {
    let place = it.cookies.firstIndex { $0.name == decision.name && $0.host == decision.host }
    switch decision.fate {
    case .stored, .replaced:
      let cookie = HeldCookie(
        name: decision.name, host: decision.host, value: decision.value, since: moment)
      if let place { it.cookies[place] = cookie } else { it.cookies.append(cookie) }
    case .deleted:
      if let place {
        it.cookies.remove(at: place)
        it.cleared.append((decision.name, moment))
      }
    case .refused, .attached, .withheld: break
    }
  }

  private static func apply(_ act: AttackAct, at moment: Int, to it: inout Holdings) {
    guard let name = act.loot, let value = act.lootValue else { return }
    it.loot.removeAll { $0.name == name }
    it.loot.append(Loot(name: name, value: value, kind: act.kind, at: moment))
  }
}
