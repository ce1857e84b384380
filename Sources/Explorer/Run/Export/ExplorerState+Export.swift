import CellUI

/// The list of forms in which the run can be written for others.
struct ExportState: Hashable, Sendable {
  var row = 0
}

extension ExplorerState {
  mutating func receive(_ press: KeyPress, in list: ExportState) {
    guard let run else { return }
    var list = list
    switch ListKey(press, keys) {
    case .close: overlay = nil
    case .move(let rows):
      list.row = list.row.moved(by: rows, in: exports.count)
      overlay = .exports(list)
    case .choose:
      guard exports.indices.contains(list.row) else { return }
      let form = exports[list.row]
      let lesson = run.scenario.id.split(separator: "/").last.map(String.init) ?? "run"
      overlay = .keep(
        KeepState(
          form: .export(form.name), branch: run.current,
          path: TextField("\(lesson)-\(run.branch.fileName).\(form.fileExtension)")))
    case .copy: break
    case .other(let press):
      if keys.command(for: press, in: .run) == .export { overlay = nil }
    }
  }
}

/// Draws that list.
struct ExportBox {
  let list: ExportState
  let exports: [ExportChoice]
  let keys: KeyTable
  let glyphs: Glyphs

  func draw(on canvas: inout Canvas) {
    ListBox(
      title: "Export this branch", note: [Span(keys.listNote("chooses"), .keyHint)],
      rows: exports.map { [[Span($0.name.padded(to: 14)), Span($0.title, .dim)]] },
      selected: list.row
    ).draw(on: &canvas, most: 90)
  }
}
