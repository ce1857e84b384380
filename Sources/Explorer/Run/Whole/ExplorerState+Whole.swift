import CellUI

extension ExplorerState {
  mutating func receive(_ press: KeyPress, in whole: WholeState) -> [Effect] {
    var whole = whole
    let scroll = WholeBox(whole: whole, keys: keys, glyphs: .unicode).scroll(in: size)
    switch ListKey(press, keys) {
    case .close, .choose: overlay = nil
    case .move(let rows):
      var moved = scroll
      moved.scroll(by: rows)
      whole.offset = moved.offset
      overlay = .whole(whole)
    case .copy: return [.copy(whole.text)]
    case .other: break
    }
    return []
  }
}
