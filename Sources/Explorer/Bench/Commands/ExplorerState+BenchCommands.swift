import CellUI
import Tokens

extension ExplorerState {
  /// A command on the bench.
  mutating func performOnBench(_ command: Command) -> [Effect] {
    guard var bench else { return [] }
    if bench.move(command, size) {
      self.bench = bench
      return []
    }
    if let preset = Self.presets[command] {
      report(bench.apply(preset))
    } else if let prompt = Self.rawPrompts[command] {
      overlay = .prompt(BenchPrompt(prompt, bench.rawText(prompt)))
    } else {
      changeBench(command, &bench)
    }
    // Opening what is inside has put another bench on top.
    guard command != .inside else { return [] }
    self.bench = bench
    return []
  }

  private static let presets: [Command: BenchPreset] = [
    .stripSignature: .stripSignature, .algorithmNone: .algorithmNone,
    .swapAlgorithm: .swapAlgorithm, .expire: .expire, .extend: .extend,
  ]

  private static let rawPrompts: [Command: BenchPrompt.Purpose] = [
    .editHeader: .header, .editPayload: .payload, .editSignature: .signature,
    .editToken: .rawToken,
  ]

  private mutating func changeBench(_ command: Command, _ bench: inout BenchState) {
    if command == .edit {
      edit(&bench)
    } else if command == .toggle {
      notice = bench.toggle()
    } else if command == .addMember {
      overlay = .prompt(BenchPrompt(.member(bench.view.focus == .header ? .header : .claims)))
    } else if command == .removeMember {
      report(bench.removeMember())
    } else if command == .giveKey {
      overlay = .choice(BenchChoice(.key))
    } else if command == .forgetKey {
      bench.change(key: nil, "the key was forgotten")
      notice = "The key is forgotten; u would bring it back."
    } else if command == .reveal {
      reveal(&bench)
    } else if command == .sign {
      if bench.signsConfused {
        overlay = .question(.signConfused)
      } else {
        report(bench.sign())
      }
    } else if command == .undo {
      notice = bench.undo().map { "Taken back: \($0)." }
    } else if command == .why {
      if bench.view.showsCauses { bench.view.showsCauses = false } else { bench.findCauses() }
      bench.view.aside = .why
    } else if command == .copy {
      overlay = .choice(BenchChoice(.copy))
    } else if command == .inside {
      openInside()
    }
  }

  private mutating func edit(_ bench: inout BenchState) {
    if bench.view.focus == .token {
      overlay = .prompt(BenchPrompt(.rawToken, bench.rawText(.rawToken)))
    } else if bench.isAtSignature {
      guard bench.model.isCompact else {
        notice = "A token in JSON form is edited as text: 1, then e."
        return
      }
      overlay = .prompt(BenchPrompt(.signature, bench.rawText(.signature)))
    } else if bench.selectedPolicy == .key {
      overlay = .choice(BenchChoice(.key))
    } else {
      notice = bench.beginEdit()
    }
  }

  private mutating func reveal(_ bench: inout BenchState) {
    if bench.view.isRevealed {
      bench.view.isRevealed = false
    } else {
      overlay = .question(.reveal)
    }
  }

  mutating func report(_ result: EditResult) {
    switch result {
    case .success(let words): notice = words.isEmpty ? nil : words
    case .failure(let error): notice = error.description
    }
  }

  /// A key while a value is edited where it stands; false when nothing is.
  mutating func typeOnBench(_ press: KeyPress) -> Bool {
    guard var bench, var edit = bench.edit else { return false }
    switch press.key {
    case .esc, .ctrl("c"): bench.edit = nil
    case .enter: notice = bench.finishEdit()
    case .char, .ctrl, .tab, .backtab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function:
      _ = edit.field.handle(press)
      bench.edit = edit
    }
    self.bench = bench
    return true
  }

  mutating func giveKey(_ key: BenchKey) {
    guard var bench else { return }
    bench.change(key: key, "a key was given")
    self.bench = bench
    notice = key.notes.first.map { "A key was given; \($0)." } ?? "A key was given: \(key.words)."
  }
}
