import CellUI
import Simulation
import Trace
import Wire

/// Draws the editor: the message's parts, what is changed, and the keys.
struct TamperBox {
  let tamper: TamperState
  let run: RunState
  let keys: KeyTable
  let notice: String?
  let glyphs: Glyphs

  private var words: Wording { Wording(model: run.model) }
  private static let labelWidth = 22

  /// Returns the place of the hardware cursor.
  func draw(on canvas: inout Canvas) -> Point? {
    let bounds = canvas.bounds
    let difference = self.difference(width: ListBox.lineWidth(bounds, most: 120))
    let wanted = tamper.rows.count + max(1, difference.count) + 4
    let size = Size(
      width: ListBox.width(bounds, most: 120), height: min(bounds.height, max(8, wanted)))
    let inner = canvas.box(title, note: note, in: bounds.centered(size), focused: true)
    let (body, line) = inner.splitBottom(1)
    let share = max(1, min(max(1, difference.count) + 1, body.height / 2))
    let (top, bottom) = body.splitBottom(body.height >= 4 ? share : 0)
    drawRows(on: &canvas, in: top)
    drawDifference(difference, on: &canvas, in: bottom)
    let cursor = drawInput(on: &canvas, in: line)
    if let row = tamper.presets { drawPresets(row, on: &canvas) }
    return tamper.presets == nil ? cursor : nil
  }

  private var title: String {
    switch tamper.subject {
    case .message(let target): "Message \(target.number) before it is sent"
    case .answer(let target): "Message \(target.number) before it arrives"
    case .own: "A request of your own"
    }
  }

  private var note: StyledLine {
    switch tamper.subject {
    case .message(let target): [Span("Tab its answer   ", .keyHint), Span(target.route, .dim)]
    case .answer(let target): [Span("Tab its request   ", .keyHint), Span(target.route, .dim)]
    case .own: [Span("sent beside the scenario's own", .dim)]
    }
  }

  // The rows.

  private func drawRows(on canvas: inout Canvas, in rect: Rect) {
    let rows = tamper.rows
    let list = ListView(count: rows.count, selected: tamper.row)
    let scroll = canvas.list(list, in: rect) { line(rows[$0]) }
    canvas.placeRows(scroll, in: rect)
  }

  private func line(_ row: TamperRow) -> StyledLine {
    let mark = isChanged(row) ? "\(glyphs.change) " : "  "
    return [Span(mark, .changed), Span(label(row).padded(to: Self.labelWidth), .dim)] + value(row)
  }

  private func label(_ row: TamperRow) -> String {
    switch row {
    case .place: "when"
    case .client: "who sends it"
    case .url: "URL"
    case .field(let field): field.words
    case .member(_, let isHeader, let name): "  \(isHeader ? "header" : "claim") \(name)"
    case .signature: "  signature"
    }
  }

  private func value(_ row: TamperRow) -> StyledLine {
    switch (row, tamper.subject) {
    case (.place, .own(let own)):
      let place = own.places[tamper.draft.place]
      let words = place == .end ? "behind the last step" : "before the step \(place.step)"
      return [Span(words), Span("   \(keys.name(.edit, in: .tamper)): another", .keyHint)]
    case (.client, .own(let own)):
      return [
        Span(own.clients[tamper.draft.client]),
        Span("   \(keys.name(.edit, in: .tamper)): another", .keyHint),
      ]
    case (.signature(let field), _): return signature(field)
    case (.member, _): return [Span(tamper.text(of: row) ?? "", .decoded)]
    case (.place, _), (.client, _), (.url, _), (.field, _):
      return words.short(tamper.text(of: row) ?? "", glyphs, limit: 80)
    }
  }

  private func signature(_ field: TamperField) -> StyledLine {
    guard let token = tamper.draft.message.value(of: field)?.token else { return [] }
    let count = token.signature.count
    let size = count == 0 ? Span("(empty)", .warning) : Span("\(count) bytes")
    return [size, Span("   \((tamper.forgery(in: field)?.signature ?? .kept).words)", .dim)]
  }

  private func isChanged(_ row: TamperRow) -> Bool {
    guard !tamper.isOwn else { return false }
    switch row {
    case .place, .client, .url: return false
    case .field(let field):
      return tamper.draft.message.value(of: field) != tamper.base.value(of: field)
    case .member(let field, let isHeader, let name):
      let forgery = tamper.forgery(in: field)
      let edits = isHeader ? forgery?.header : forgery?.claims
      return edits?.contains { $0.name == name } ?? false
    case .signature(let field): return (tamper.forgery(in: field)?.signature ?? .kept) != .kept
    }
  }

  // What is changed.

  private func difference(width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, glyphs.repertoire)
    switch tamper.draft.way {
    case .once: break
    case .twice: out.add([Span("    "), Span("sent twice; the second answer counts", .changed)])
    case .never:
      out.add([Span("    "), Span("dropped: the server never gets it", .removed)])
      return out.lines
    }
    if tamper.isOwn {
      for line in (tamper.draft.message.request?.lines() ?? []).prefix(6) {
        out.add([Span("    ")] + words.short(line, glyphs, limit: width - 6))
      }
      return out.lines
    }
    let forged = tamper.draft.edits.filter { tamper.forgery(in: $0.field) != nil }
    for edit in forged { addToken(edit.field, &out) }
    let hidden = Set(forged.map(\.field.words))
    for change in MessageChange.all(from: tamper.base, to: tamper.draft.message)
    where !hidden.contains(change.place.label) {
      out.add(change.line(words, glyphs), hanging: 6)
    }
    return out.lines
  }

  private func addToken(_ field: TamperField, _ out: inout LineMaker) {
    guard let forgery = tamper.forgery(in: field), let old = tamper.token(in: field) else { return }
    for (part, edits, before) in [
      ("header", forgery.header, old.header), ("claim", forgery.claims, old.claims ?? JSONObject()),
    ] {
      for edit in edits {
        let was = before[edit.name]?.text()
        out.add(
          [
            Span("    \(glyphs.change) ", .changed), Span("token \(part) \(edit.name)  ", .dim),
            edit.value.map { Span($0, .decoded) } ?? Span("removed", .removed),
            Span(was.map { "   was \($0)" } ?? "   was not there", .changed),
          ], hanging: 6)
      }
    }
    guard forgery.signature != .kept else {
      out.add([Span("      the signature is the old one: it fits the old token only", .dim)])
      return
    }
    let new = tamper.draft.message.value(of: field)?.token?.signature.count ?? 0
    out.add(
      [
        Span("    \(glyphs.change) ", .changed), Span("token signature  ", .dim),
        Span(new == 0 ? "(empty)" : "\(new) bytes, \(forgery.signature.words)"),
        Span("   was \(old.signature.count) bytes", .changed),
      ], hanging: 6)
  }

  private func drawDifference(_ lines: [StyledLine], on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (top, body) = rect.splitTop(1)
    let title = tamper.isOwn ? "What will be sent" : "What changes"
    // While a value is typed the last line is its own, so a word on it stands here.
    let word = tamper.input == nil ? nil : notice
    canvas.rule(
      [Span(word.map { "\($0)  " } ?? title, word == nil ? .heading : .warning)], in: top)
    let none: [StyledLine] = [[Span("    nothing yet", .dim)]]
    canvas.lines(lines.isEmpty ? none : lines, in: body)
  }

  // The last line: what is typed, a word, or the keys.

  private func drawInput(on canvas: inout Canvas, in row: Rect) -> Point? {
    guard let input = tamper.input else {
      let bindings = keys.bindings(in: .tamper).compactMap { binding in
        binding.footer.map { (key: binding.keyName, word: $0) }
      }
      Footer(glyphs: glyphs).draw(bindings, notice: notice, on: &canvas, in: row)
      return nil
    }
    let label =
      switch input.purpose {
      case .change(let row): "\(self.label(row).trimmed): "
      case .add: "name and value: "
      }
    canvas.line([Span(" \(label)", .key)], in: row)
    let left = min(row.width / 2, TextWidth.of(label) + 1)
    return canvas.field(input.field, in: row.inset(left: left, right: 1), hint: "")
  }

  private func drawPresets(_ row: Int, on canvas: inout Canvas) {
    let all = TamperPreset.all(for: tamper)
    ListBox(
      title: "Presets", note: [Span(keys.listNote(), .keyHint)],
      rows: all.enumerated().map { [[Span("\($0 + 1)  ", .key), Span($1.title)]] }, selected: row
    ).draw(on: &canvas, most: 80)
  }
}
