import CellUI
import Trace
import Wire

/// The rows of one store after a moment, with what the moment did to them.
struct StoreRows {
  let run: RunState
  let moment: Moment
  let glyphs: Glyphs

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }
  private var showsAll: Bool { run.panes.showsAllRows }

  func add(_ store: StoreID, to out: inout LineMaker) {
    let rows = model.states.rows(of: store, afterRecord: moment.lastRecord)
    let marks = marks(store)
    let lost = lost(store)
    // Accounts and clients that nobody has touched are of no interest by themselves.
    let shown = rows.filter { showsAll || $0.record >= 0 || !touching($0.key, marks).isEmpty }
    let misses = marks.filter { $0.kind == .read && $0.before == nil }
    let wasUsed = !shown.isEmpty || !lost.isEmpty || !misses.isEmpty || hadRows(store)
    guard showsAll || wasUsed else { return }
    let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
    out.add(
      [Span("  \(title(of: store))", .heading)],
      right: [Span(rows.isEmpty ? "empty" : count, .dim)])
    for row in shown {
      out.target(thing(store, row.key, row.row)) { add(row, touching(row.key, marks), &$0) }
    }
    for row in lost { out.target(thing(store, row.key, row.row)) { add(row, &$0) } }
    for miss in misses {
      let name = model.trace.label(of: miss.key)
      out.target(PaneThing(.row(store: store, key: miss.key), "the row \(name)", name)) { out in
        out.add(
          [Span("      "), Span(name, .secret)],
          right: [Span("NOT THERE, asked at \(moment.number)", .refused)])
      }
    }
  }

  private func thing(_ store: StoreID, _ key: RowKey, _ row: Row) -> PaneThing {
    let fields = row.map { "\($0.name): \($0.value)" }
    return PaneThing(
      .row(store: store, key: key), "the row \(model.trace.label(of: key))",
      (["key: \(key.text)"] + fields).joined(separator: "\n"))
  }

  private func hadRows(_ store: StoreID) -> Bool {
    model.losses.rows.contains { $0.store == store && $0.record <= moment.lastRecord }
  }

  private func marks(_ store: StoreID) -> [RowMark] {
    model.states.marks(model.beats[moment.beat]).filter { $0.store == store }
  }

  private func touching(_ key: RowKey, _ marks: [RowMark]) -> [RowMark] {
    marks.filter { $0.key.text == key.text }
  }

  private func lost(_ store: StoreID) -> [Losses.LostRow] {
    model.losses.rows.filter { row in
      row.store == store && row.record <= moment.lastRecord
        && (showsAll || moment.records.contains(row.record))
    }
  }

  /// "app.sessions, shared by 2 instances".
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

  private func add(_ row: HeldRow, _ marks: [RowMark], _ out: inout LineMaker) {
    let isNew = marks.contains { $0.kind == .written }
    out.add(
      parts: parts(row.key, row.row, sign: Span("    \(isNew ? "+ " : "  ")", .added)),
      right: mark(row, marks), hanging: 8)
  }

  private func mark(_ row: HeldRow, _ marks: [RowMark]) -> StyledLine {
    if marks.contains(where: { $0.kind == .written }) {
      return [Span("WRITTEN by \(moment.number)", .added)]
    }
    if marks.contains(where: { $0.kind == .spared }) {
      return [Span("SPARED by \(moment.number)", .warning)]
    }
    if marks.contains(where: { $0.kind == .read }) {
      return [Span("READ by \(moment.number)", .changed)]
    }
    guard row.record >= 0 else { return [] }
    return [Span("from \(model.moment(ofRecord: row.record) + 1)", .dim)]
  }

  private func add(_ lost: Losses.LostRow, _ out: inout LineMaker) {
    let number = model.moment(ofRecord: lost.record) + 1
    out.add(
      parts: parts(lost.key, lost.row, sign: Span("    - ", .removed)),
      right: [Span("DELETED by \(number)", .removed)], hanging: 8)
  }

  /// The key, then each field with its value.
  private func parts(_ key: RowKey, _ row: Row, sign: Span) -> [StyledLine] {
    let name = model.trace.label(of: key)
    // A key without a secret is often a hash: its beginning is enough to tell rows apart.
    let isLong = key.secret == nil && name.utf8.count > 16
    let short = isLong ? "\(name.prefix(12))\(glyphs.ellipsis)" : name
    return [[sign, Span(short, key.secret == nil ? .strong : .secret)]]
      + row.filter { !Self.isHidden($0) }.map { pair in
        [Span("\(pair.name) ", .dim)] + words.value(shortened(pair.value), at: run.position)
      }
  }

  /// A long value that nobody knows as a secret is a hash or an id: its beginning is enough.
  private func shortened(_ value: String) -> String {
    let isOpaque = value.utf8.count > 30 && !value.contains { ":/. ".contains($0) }
    guard isOpaque, model.names.secret(value) == nil else { return value }
    return "\(value.prefix(12))\(glyphs.ellipsis)"
  }

  /// Salts and hashes say nothing to a reader.
  private static func isHidden(_ pair: Pair) -> Bool {
    pair.name == "salt" || pair.value.isEmpty || pair.value.hasPrefix("$scrypt$")
  }
}
