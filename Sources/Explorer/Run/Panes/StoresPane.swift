import CellUI
import Trace
import Wire

/// What servers and clients hold after the current moment, by owner.
struct StoresPane {
  let run: RunState
  let width: Int
  let glyphs: Glyphs

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }
  private var showsAll: Bool { run.panes.showsAllRows }

  func content() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    let tables = model.stores.tables(after: run.position)
    for owner in owners(tables) {
      for table in tables where model.trace.store(table.store).owner == owner {
        add(table, &out)
      }
      addMissing(owner, &out)
    }
    for held in model.jars.holdings(after: run.position) { add(held, &out) }
    addOmissions(&out)
    if out.lines.isEmpty { out.add(["  No server keeps anything here."]) }
    return PaneContent(
      title: "Stores",
      note: [Span(showsAll ? "v this message" : "v all rows", .keyHint)], lines: out.lines)
  }

  private func owners(_ tables: [StoreHistory.Table]) -> [PartyID] {
    var out = model.trace.parties.indices.map { PartyID($0) }.filter { id in
      tables.contains { model.trace.store($0.store).owner == id }
    }
    out += model.lanes.parties.filter { lacksSessions($0) && !out.contains($0) }
    return out
  }

  // Tables.

  private func add(_ table: StoreHistory.Table, _ out: inout LineMaker) {
    let touched =
      table.rows.contains { isNew($0) } || !removals(table).isEmpty
      || !misses(table).isEmpty
    // Accounts and clients that nobody has touched are of no interest by themselves.
    guard showsAll || touched || !table.rows.allSatisfy({ $0.writtenAt == nil }) else { return }
    let count = table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows"
    out.add(
      [Span("  \(title(of: table.store))", .heading)],
      right: [Span(table.rows.isEmpty ? "empty" : count, .dim)])
    for row in shown(table.rows) { add(row, &out) }
    for removal in removals(table) { add(removal, &out) }
    for miss in misses(table) {
      out.add(
        [Span("    "), Span(model.trace.label(of: miss.key), .secret)],
        right: [Span("NOT THERE, asked at \(miss.at + 1)", .refused)])
    }
  }

  /// "app.sessions, shared by app#1 and app#2".
  private func title(of store: StoreID) -> String {
    let info = model.trace.store(store)
    let owner = model.trace.party(info.owner)
    let table = info.database == owner.name ? info.table : info.name
    guard owner.instances > 1 else { return "\(owner.name).\(table)" }
    if let instance = info.instance {
      return "\(owner.name)#\(instance).\(table), its own memory"
    }
    return "\(owner.name).\(table), shared by \(owner.instances) instances"
  }

  private func isNew(_ row: StoreHistory.RowState) -> Bool {
    row.writtenAt == run.position || row.readAt == run.position
  }

  private func shown(_ rows: [StoreHistory.RowState]) -> [StoreHistory.RowState] {
    if showsAll { return rows }
    return rows.filter { $0.writtenAt != nil || isNew($0) }
  }

  private func removals(_ table: StoreHistory.Table) -> [StoreHistory.Removal] {
    showsAll ? table.removals : table.removals.filter { $0.at == run.position }
  }

  private func misses(_ table: StoreHistory.Table) -> [StoreHistory.Miss] {
    table.misses.filter { $0.at == run.position }
  }

  private func add(_ row: StoreHistory.RowState, _ out: inout LineMaker) {
    let fresh = row.writtenAt == run.position
    out.add(
      [Span("    \(fresh ? "+ " : "  ")", .added)] + self.row(row.key, row.row),
      right: mark(row))
  }

  private func mark(_ row: StoreHistory.RowState) -> StyledLine {
    if let written = row.writtenAt, written == run.position {
      return [Span("WRITTEN by \(written + 1)", .added)]
    }
    if let read = row.readAt, read == run.position {
      return [Span("READ by \(read + 1)", .changed)]
    }
    if let written = row.writtenAt { return [Span("from \(written + 1)", .dim)] }
    return []
  }

  private func add(_ removal: StoreHistory.Removal, _ out: inout LineMaker) {
    out.add(
      [Span("    - ", .removed)] + row(removal.key, removal.row),
      right: [Span("DELETED by \(removal.at + 1)", .removed)])
  }

  private func row(_ key: RowKey, _ row: Row) -> StyledLine {
    let name = model.trace.label(of: key)
    // A key without a secret is often a hash: its beginning is enough to tell rows apart.
    let short =
      key.secret == nil && name.utf8.count > 16 ? "\(name.prefix(12))\(glyphs.ellipsis)" : name
    var line: StyledLine = [Span(short, key.secret == nil ? .strong : .secret)]
    for pair in row where !Self.isHidden(pair) {
      line.append(Span("  \(pair.name) ", .dim))
      line += words.value(pair.value, at: run.position)
    }
    return line
  }

  /// Salts and hashes say nothing to a reader.
  private static func isHidden(_ pair: Pair) -> Bool {
    pair.name == "salt" || pair.name == "hash" || pair.value.isEmpty
  }

  // What is not there, which is the point of a token.

  private func lacksSessions(_ party: PartyID) -> Bool {
    model.trace.party(party).kind == .api
      && !model.trace.stores.contains { $0.owner == party && $0.table == "sessions" }
  }

  private func addMissing(_ party: PartyID, _ out: inout LineMaker) {
    guard lacksSessions(party) else { return }
    out.add([Span("  \(model.trace.party(party).name).sessions", .heading)])
    out.add([Span("    (there is no such store: no lookup)", .dim)])
  }

  // Clients.

  private func add(_ held: JarHistory.Holdings, _ out: inout LineMaker) {
    let party = model.trace.party(held.party)
    let cleared = held.cleared.filter { showsAll || $0.at == run.position }
    let isAttacker = party.kind == .attacker
    guard !held.cookies.isEmpty || !held.loot.isEmpty || !cleared.isEmpty || party.kind == .browser
    else { return }
    let role: StyleRole = isAttacker ? .attack : .heading
    out.add([Span("  \(party.title)\(isAttacker ? "'s loot and cookies" : ": cookies")", role)])
    if held.cookies.isEmpty, held.loot.isEmpty, cleared.isEmpty {
      out.add([Span("    (no cookie)", .dim)])
    }
    for cookie in held.cookies { add(cookie, &out) }
    for item in cleared {
      out.add(
        [Span("    - ", .removed), Span(item.name)],
        right: [Span("CLEARED by \(item.at + 1)", .removed)])
    }
    for loot in held.loot { add(loot, &out) }
  }

  private func add(_ cookie: JarHistory.HeldCookie, _ out: inout LineMaker) {
    let fresh = cookie.since == run.position
    out.add(
      [Span("    \(fresh ? "+ " : "  ")", .added), Span("\(cookie.name) = ")]
        + words.named(cookie.value) + [Span("  \(cookie.host)", .dim)],
      right: [
        Span(
          fresh ? "STORED by \(cookie.since + 1)" : "from \(cookie.since + 1)",
          fresh ? .added : .dim)
      ])
  }

  private func add(_ loot: JarHistory.Loot, _ out: inout LineMaker) {
    let fresh = loot.at == run.position
    let how = loot.kind == .forge ? "forged" : "copied"
    out.add(
      [Span("    ! ", .attack), Span("$\(loot.name) = ")] + words.named(loot.value),
      right: [Span("\(how) at \(loot.at + 1)", fresh ? .attack : .dim)])
  }

  // What was left undone.

  private func addOmissions(_ out: inout LineMaker) {
    let range = showsAll ? 0...run.position : run.position...run.position
    for index in range where model.moments.indices.contains(index) {
      for record in model.records(of: index) {
        guard case .omitted(let it) = record.event else { continue }
        out.add(
          [Span("  At \(index + 1): "), Span("\(it.behaviour) NOT DONE (off)", .warning)]
            + [Span("  \(it.effect); the defence \(it.defence.text) is off", .dim)], hanging: 4)
      }
    }
  }
}
