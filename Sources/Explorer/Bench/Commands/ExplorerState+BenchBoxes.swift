import CellUI
import Tokens

extension ExplorerState {
  // Boxes over the bench.

  mutating func receive(_ press: KeyPress, in prompt: BenchPrompt) -> [Effect] {
    var prompt = prompt
    if Self.closes(press) {
      overlay = nil
      return []
    }
    guard press.key == .enter else {
      _ = prompt.field.handle(press)
      overlay = .prompt(prompt)
      return []
    }
    overlay = nil
    return answer(prompt)
  }

  private mutating func answer(_ prompt: BenchPrompt) -> [Effect] {
    let text = prompt.field.text
    switch prompt.purpose {
    case .token: openTokens(in: text, from: .typed)
    case .file: return text.trimmed.isEmpty ? [] : open(file: text.trimmed)
    case .keyFile: return read(text, .key)
    case .secret(let encoding): giveSecret(text, encoding)
    case .rawToken, .header, .payload, .signature:
      guard var bench else { return [] }
      report(bench.setRaw(prompt.purpose, text))
      self.bench = bench
    case .member(let pane):
      guard var bench, !text.trimmed.isEmpty else { return [] }
      report(bench.addMember(text, to: pane))
      self.bench = bench
    }
    return []
  }

  private func read(_ path: String, _ purpose: FileRequest.Purpose) -> [Effect] {
    let path = path.trimmed
    return path.isEmpty ? [] : [.read(FileRequest(purpose: purpose, path: path))]
  }

  private mutating func giveSecret(_ text: String, _ encoding: SecretEncoding) {
    guard !text.isEmpty else { return }
    do throws(KeyReadingError) {
      let reading = try KeyReader.secret(Array(text.utf8), as: encoding)
      giveKey(
        BenchKey(
          reading.set, origin: "typed \(encoding.words)", secretText: Array(text.utf8),
          notes: reading.notes))
    } catch {
      notice = "No key: \(error)."
    }
  }

  /// A file that was asked for has come.
  mutating func read(_ file: FileRequest, _ bytes: [UInt8]) {
    switch file.purpose {
    case .key:
      guard screen == .bench else { return }
      do throws(KeyReadingError) {
        let reading = try KeyReader().read(bytes)
        giveKey(BenchKey(reading.set, origin: "from \(file.path)", notes: reading.notes))
      } catch {
        notice = "\(file.path): \(error)."
      }
    }
  }

  mutating func receive(_ press: KeyPress, in choice: BenchChoice) -> [Effect] {
    var choice = choice
    switch press.key {
    case .esc, .ctrl("c"), .char("q"): overlay = nil
    case .down, .char("j"), .tab:
      choice.row = min(choice.count - 1, choice.row + 1)
      overlay = .choice(choice)
    case .up, .char("k"), .backtab:
      choice.row = max(0, choice.row - 1)
      overlay = .choice(choice)
    case .enter, .char("l"), .char(" "):
      overlay = nil
      return choose(choice)
    case .char(let digit):
      guard let number = digit.wholeNumberValue, (1...choice.count).contains(number) else {
        return []
      }
      choice.row = number - 1
      overlay = nil
      return choose(choice)
    case .ctrl, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp, .pageDown,
      .function:
      break
    }
    return []
  }

  private mutating func choose(_ choice: BenchChoice) -> [Effect] {
    switch choice.purpose {
    case .tokens(let texts, let source):
      guard texts.indices.contains(choice.row) else { return [] }
      show(texts[choice.row], from: source)
    case .key:
      guard BenchChoice.KeyWay.allCases.indices.contains(choice.row) else { return [] }
      overlay = .prompt(BenchPrompt(BenchChoice.KeyWay.allCases[choice.row].prompt))
    case .copy:
      guard let bench, BenchChoice.CopyWhat.allCases.indices.contains(choice.row) else {
        return []
      }
      return [.copy(bench.copy(BenchChoice.CopyWhat.allCases[choice.row]))]
    }
    return []
  }

  mutating func receive(_ press: KeyPress, to question: BenchQuestion) {
    overlay = nil
    guard press.key == .char("y"), var bench else {
      notice = "Left as it was."
      return
    }
    switch question {
    case .reveal: bench.view.isRevealed = true
    case .signConfused: report(bench.sign())
    }
    self.bench = bench
  }
}
