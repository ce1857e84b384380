import CellUI

extension LibraryState {
  /// What a command in the library asks of the explorer around it.
  enum Request: Hashable, Sendable {
    case none
    case open(String)
  }

  mutating func perform(_ command: Command) -> Request {
    switch command {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: 10)
    case .pageUp: move(by: -10)
    case .restart: move(by: -rows.count)
    case .end: move(by: rows.count)
    case .search:
      query = query ?? TextField()
      isTyping = true
    case .leave:
      query = nil
      isTyping = false
      rebuild()
    case .open: return openSelected()
    case .next, .back, .enter, .nextAttack, .previousAttack, .nextChange, .previousChange, .goTo,
      .firstDifference, .nextPane, .previousPane, .sequence, .message, .stores, .token,
      .defences, .zoom, .otherView, .deeper, .shallower, .toggle, .undo, .branches, .unveil, .tour,
      .copy, .palette, .help, .redraw, .suspend, .quit, .exit,
      .compare, .compareWith, .nextDifference, .previousDifference,
      .matrix, .playAll, .nextEffect, .previousEffect,
      .bench, .pasteToken, .openFile, .sampleToken, .header, .claims, .policy, .checks, .edit,
      .addMember, .removeMember, .editHeader, .editPayload, .editSignature, .editToken,
      .stripSignature, .algorithmNone, .swapAlgorithm, .expire, .extend, .sign, .giveKey,
      .forgetKey, .reveal, .why, .inside, .tamper, .ownRequest, .dropMessage, .repeatMessage,
      .presets, .send, .toggleHere,
      .runTo, .nextHit, .previousHit, .filter,
      .nameBranch, .keepVariant, .keepRun, .export, .guide, .decide, .comparison, .mistakes,
      .checklist, .words:
      break
    }
    return .none
  }

  private mutating func openSelected() -> Request {
    if let entry = selectedEntry { return .open(entry.id) }
    toggleGroup()
    return .none
  }

  /// A key while the search is typed; true if it was used.
  mutating func type(_ press: KeyPress) -> Request {
    guard var field = query else { return .none }
    switch press.key {
    case .esc, .ctrl("c"): return perform(.leave)
    case .enter:
      isTyping = false
      return found == 1 ? openSelected() : .none
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .char, .ctrl, .tab, .backtab, .backspace, .delete, .insert, .left, .right, .home, .end,
      .pageUp, .pageDown, .function:
      if field.handle(press) {
        query = field
        rebuild()
      }
    }
    return .none
  }
}
