import CellUI
import Trace

/// What `y` copies: the value under the cursor, a verdict with the command that shows it, else
/// what the pane with the keys shows.
enum RunCopy {
  static func text(of run: RunState, size: Size) -> String {
    if run.walk.atEnd {
      return "\(EndCard.verdict(of: run))\n\(run.command)"
    }
    let view = RunView(run, size: size)
    if run.walk.check != nil || run.panes.cursor[view.focus] != nil {
      let thing = run.selection(size)
      return thing.isVerdict
        ? "\(thing.value)\n\(run.command)" : thing.value
    }
    switch view.focus {
    case .sequence: return Wording(model: run.model).sentence(run.position)
    case .message: return messageText(run)
    case .token:
      let finder = TokenFinder(run.model)
      let tokens =
        finder.tokens(at: run.position).map(\.token.text)
        + finder.encrypted(at: run.position).map(\.text)
      return tokens.isEmpty ? "" : tokens[run.panes.token % tokens.count]
    case .stores, .defences:
      let wide = 100
      return view.content(view.focus, width: wide).lines.map(\.plainText)
        .joined(separator: "\n")
    }
  }

  private static func messageText(_ run: RunState) -> String {
    guard let moment = run.moment, run.model.trace.records.indices.contains(moment.main) else {
      return ""
    }
    switch run.model.trace.records[moment.main].event {
    case .sent(let it): return it.request.lines().joined(separator: "\n")
    case .received(let it): return it.response.lines().joined(separator: "\n")
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
      return Wording(model: run.model).sentence(run.position)
    }
  }
}
