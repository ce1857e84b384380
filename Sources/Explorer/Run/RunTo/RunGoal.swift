import Ledger
import Trace
import Wire

/// Where a run can be let go on to.
enum RunGoal: Hashable, Sendable {
  case party(PartyID)
  /// A request for that path.
  case path(String)
  case store(StoreID)
  /// Where a check fails.
  case check(CheckID)
  case anyFailure
  case secret(SecretID)

  /// All that a run offers, in the order of kinds.
  static func all(_ trace: Trace) -> [RunGoal] {
    var paths: [String] = []
    var checks: [CheckID] = []
    var seenPaths: Set<String> = []
    var seenChecks: Set<CheckID> = []
    for record in trace.records {
      switch record.event {
      case .sent(let it):
        if seenPaths.insert(it.request.url.path).inserted { paths.append(it.request.url.path) }
      case .ledger(let it):
        for row in it.rows where seenChecks.insert(row.check.id).inserted {
          checks.append(row.check.id)
        }
      case .received, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
        .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        continue
      }
    }
    return [.anyFailure] + trace.parties.indices.map { .party(PartyID($0)) }
      + paths.map { .path($0) } + trace.stores.indices.map { .store(StoreID($0)) }
      + trace.secrets.indices.filter { trace.secrets[$0].kind.isTelling }.map {
        .secret(SecretID($0))
      } + checks.map { .check($0) }
  }

  var kind: String {
    switch self {
    case .party: "party"
    case .path: "URL"
    case .store: "store"
    case .check: "check"
    case .anyFailure: "check"
    case .secret: "secret"
    }
  }

  func name(_ trace: Trace) -> String {
    switch self {
    case .party(let id): trace.party(id).title
    case .path(let path): path
    case .store(let id): trace.label(of: id)
    case .check(let id): "\(id.text) fails"
    case .anyFailure: "any check fails"
    case .secret(let id): trace.secret(id).name
    }
  }

  /// Whether a moment is one of those.
  func isReached(_ moment: Moment, _ model: RunModel) -> Bool {
    model.trace.records[moment.records].contains { isIn($0, model) }
  }

  private func isIn(_ record: Record, _ model: RunModel) -> Bool {
    switch (self, record.event) {
    case (.party(let id), .sent(let it)): it.from == id || it.to == id
    case (.party(let id), .received(let it)): it.from == id || it.to == id
    case (.party(let id), .act): record.party == id
    case (.path(let path), .sent(let it)): it.request.url.path == path
    case (.store(let id), .storeRead(let it)): it.store == id
    case (.store(let id), .storeChanged(let it)): it.store == id
    case (.store(let id), .omitted(let it)): it.store == id
    case (.check(let id), .ledger(let it)):
      it.rows.contains { $0.check.id == id && $0.hasFailed }
    case (.anyFailure, .ledger(let it)): it.rows.contains(where: \.hasFailed)
    case (.secret(let id), .minted(let made)): made == id
    case (.secret(let id), .act(let it)): it.taken == id || it.made == id
    case (.secret(let id), .sent(let it)): Self.holds(it.request.lines(), id, model)
    case (.secret(let id), .received(let it)): Self.holds(it.response.lines(), id, model)
    case (.party, _), (.path, _), (.store, _), (.check, _), (.anyFailure, _), (.secret, _): false
    }
  }

  private static func holds(_ lines: [String], _ id: SecretID, _ model: RunModel) -> Bool {
    lines.contains { model.names.secrets(in: $0).contains(id) }
  }
}
