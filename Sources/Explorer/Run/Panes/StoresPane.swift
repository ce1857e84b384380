import CellUI
import Ledger
import Trace
import Wire

/// What servers and clients hold after the current moment, by owner.
struct StoresPane {
  let run: RunState
  let width: Int
  let glyphs: Glyphs

  private var model: RunModel { run.model }
  private var showsAll: Bool { run.panes.showsAllRows }

  func content() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    if let moment = run.moment {
      let rows = StoreRows(run: run, moment: moment, glyphs: glyphs)
      for owner in owners {
        for store in stores(of: owner) { rows.add(store, to: &out) }
        addMissing(owner, &out)
      }
      let clients = ClientHoldings(run: run, moment: moment)
      for party in model.trace.parties.indices { clients.add(PartyID(party), to: &out) }
      addOmissions(&out)
    }
    if out.lines.isEmpty { out.add(["  No server keeps anything here."]) }
    let touched = out.lines.firstIndex { $0.contains(where: Self.isNews) }
    return PaneContent(
      title: "Stores",
      note: [Span("\(run.press(.otherView)) \(showsAll ? "this message" : "all rows")", .keyHint)],
      lines: out.lines, focusLine: run.panes.scroll[.stores, default: 0] == 0 ? touched : nil,
      targets: out.targets)
  }

  /// Whether a part of a line is a mark of this message.
  private static func isNews(_ span: Span) -> Bool {
    [.added, .removed, .changed, .warning].contains(span.role)
      && span.text.first?.isUppercase == true
  }

  private func stores(of owner: PartyID) -> [StoreID] {
    model.trace.stores.indices.filter { model.trace.stores[$0].owner == owner }.map { StoreID($0) }
  }

  private var owners: [PartyID] {
    let withStores = model.trace.parties.indices.map { PartyID($0) }.filter { id in
      model.trace.stores.contains { $0.owner == id }
    }
    return withStores + model.lanes.parties.filter { lacksSessions($0) && !withStores.contains($0) }
  }

  // What is not there, which is the point of a token.

  private func lacksSessions(_ party: PartyID) -> Bool {
    model.trace.party(party).kind == .api
      && !model.trace.stores.contains { $0.owner == party && $0.table == "sessions" }
  }

  private func addMissing(_ party: PartyID, _ out: inout LineMaker) {
    guard lacksSessions(party) else { return }
    out.add([Span("  \(model.trace.party(party).name).sessions", .heading)])
    let thing = PaneThing(
      .noStore(party), "no store", "\(model.trace.party(party).name) keeps no sessions")
    out.target(thing) { $0.add([Span("    (there is no such store: no lookup)", .dim)]) }
  }

  // What was left undone.

  /// Whether the lesson lists the defence; what servers might do besides is told with all rows.
  private func isSpokenOf(_ defence: DefenceID) -> Bool {
    model.trace.defences.contains { $0.id == defence }
  }

  private func addOmissions(_ out: inout LineMaker) {
    let range = showsAll ? 0...run.position : run.position...run.position
    for index in range where model.marks.indices.contains(index) && model.marks[index].omission {
      for place in model.moments[index].records {
        guard case .omitted(let it) = model.trace.records[place].event,
          showsAll || isSpokenOf(it.defence)
        else { continue }
        let words = "\(it.behaviour) NOT DONE (off)"
        let thing = PaneThing(.omission(record: place), "left out", words, isVerdict: true)
        out.target(thing) { out in
          out.add(
            [
              Span("  At \(index + 1): "), Span(words, .warning),
              Span("  \(it.effect); the defence \(it.defence.text) is off", .dim),
            ], hanging: 4)
        }
      }
    }
  }
}
