import CellUI
import Trace

/// What a client holds after a moment: its jar, its browser's storage, an attacker's loot.
struct ClientHoldings {
  let run: RunState
  let moment: Moment

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }

  func add(_ client: PartyID, to out: inout LineMaker) {
    let party = model.trace.party(client)
    guard party.kind.isClient else { return }
    let held = model.states.states(afterRecord: moment.lastRecord)
    let cookies = held.cookies(of: client)
    let items = held.storage(of: client)
    let loot = held.loot(of: client)
    let cleared = cleared(client)
    let isEmpty = cookies.isEmpty && items.isEmpty && loot.isEmpty && cleared.isEmpty
    guard !isEmpty || party.kind == .browser else { return }
    let isAttacker = party.kind == .attacker
    out.add([
      Span(
        "  \(party.title): \(isAttacker ? "loot and cookies" : "cookies")",
        isAttacker ? .attack : .heading)
    ])
    if isEmpty { out.add([Span("    (no cookie)", .dim)]) }
    for cookie in cookies { out.target(thing(cookie, client)) { add(cookie, &$0) } }
    for item in items { out.target(thing(item, client)) { add(item, &$0) } }
    for cookie in cleared {
      out.add(
        [Span("    - ", .removed), Span(cookie.name)],
        right: [Span("CLEARED by \(moment.number)", .removed)])
    }
    for item in loot { out.target(thing(item, client)) { add(item, &$0) } }
  }

  private func thing(_ cookie: HeldCookie, _ client: PartyID) -> PaneThing {
    PaneThing(
      .cookie(client: client, host: cookie.host, name: cookie.name), "the cookie \(cookie.name)",
      cookie.value)
  }

  private func thing(_ item: HeldItem, _ client: PartyID) -> PaneThing {
    PaneThing(
      .item(client: client, origin: item.origin, key: item.key), "\(item.key) in the storage",
      item.value)
  }

  private func thing(_ loot: HeldLoot, _ client: PartyID) -> PaneThing {
    PaneThing(.loot(client: client, name: loot.name), "$\(loot.name)", loot.value)
  }

  private func cleared(_ client: PartyID) -> [Losses.LostCookie] {
    model.losses.cookies.filter { $0.client == client && moment.records.contains($0.record) }
  }

  private func add(_ cookie: HeldCookie, _ out: inout LineMaker) {
    let isNew = moment.records.contains(cookie.record)
    out.add(
      [Span("    \(isNew ? "+ " : "  ")", .added), Span("\(cookie.name) = ")]
        + words.named(cookie.value) + [Span("  \(cookie.host)", .dim)],
      right: origin(isNew, "STORED", cookie.record))
  }

  private func add(_ item: HeldItem, _ out: inout LineMaker) {
    let isNew = moment.records.contains(item.record)
    out.add(
      [Span("    \(isNew ? "+ " : "  ")", .added), Span("storage \(item.key) = ")]
        + words.named(item.value) + [Span("  \(item.origin)", .dim)],
      right: origin(isNew, "STORED", item.record))
  }

  private func add(_ loot: HeldLoot, _ out: inout LineMaker) {
    let isNew = moment.records.contains(loot.record)
    let number = model.moment(ofRecord: loot.record) + 1
    out.add(
      [Span("    ! ", .attack), Span("$\(loot.name) = ")] + words.named(loot.value),
      right: [
        Span("\(loot.kind == .forge ? "forged" : "copied") at \(number)", isNew ? .attack : .dim)
      ])
  }

  private func origin(_ isNew: Bool, _ verb: String, _ record: Int) -> StyledLine {
    let number = model.moment(ofRecord: record) + 1
    return [isNew ? Span("\(verb) by \(number)", .added) : Span("from \(number)", .dim)]
  }
}
