import CellUI

extension ExplorerState {
  /// The field for the path of an exported progress.
  mutating func receive(_ press: KeyPress, progressPath field: TextField) -> [Effect] {
    var field = field
    if Self.closes(press) {
      overlay = nil
      notice = "Nothing was written."
      return []
    }
    guard press.key == .enter else {
      _ = field.handle(press)
      overlay = .exportProgress(field)
      return []
    }
    let path = field.text.trimmed
    guard !path.isEmpty else {
      notice = "Write the path of the new file, or Esc."
      return []
    }
    overlay = nil
    return [.exportProgress(progress, path: path)]
  }
}
