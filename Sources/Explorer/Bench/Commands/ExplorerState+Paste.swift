import CellUI
import Tokens

extension ExplorerState {
  /// A pasted text is never taken for keys: a field that is open takes it; else the tokens or keys
  /// in it go to the bench.
  mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    if pasteIntoField(text) { return [] }
    if screen == .bench, pasteKey(text) { return [] }
    let found = Self.holdsToken(text)
    if !found, pasteIntoSearch(text) { return [] }
    library.isTyping = false
    openTokens(in: text, from: .pasted)
    return []
  }

  /// A quick look before a text is searched for tokens.
  private static func holdsToken(_ text: String) -> Bool {
    !TokenDecoder.tokens(in: text).isEmpty
  }

  /// Fields of the bench take what is meant for them: a key, a path, a value.
  private mutating func pasteIntoField(_ text: String) -> Bool {
    if case .prompt(var prompt) = overlay {
      if prompt.purpose == .token {
        openTokens(in: text, from: .pasted)
      } else {
        prompt.field.insert(Self.oneLine(text))
        overlay = .prompt(prompt)
      }
      return true
    }
    if case .keep(var keep) = overlay {
      keep.path.insert(Self.oneLine(text))
      overlay = .keep(keep)
      return true
    }
    if case .branches(var list) = overlay, list.naming != nil {
      list.naming?.insert(Self.oneLine(text))
      overlay = .branches(list)
      return true
    }
    if case .tamper(var tamper) = overlay {
      guard tamper.input != nil else { return true }
      tamper.input?.field.insert(Self.oneLine(text))
      overlay = .tamper(tamper)
      return true
    }
    if case .compareSource(var field) = overlay {
      field.insert(Self.oneLine(text))
      overlay = .compareSource(field)
      return true
    }
    if case .exportProgress(var field) = overlay {
      field.insert(Self.oneLine(text))
      overlay = .exportProgress(field)
      return true
    }
    if screen == .bench, overlay == nil, bench?.edit != nil {
      bench?.edit?.field.insert(Self.oneLine(text))
      return true
    }
    return false
  }

  /// The line break that a copy brings along at its end is not meant; others stay visible.
  private static func oneLine(_ text: String) -> String {
    var text = text[...]
    while text.last?.isNewline ?? false { text = text.dropLast() }
    return String(text)
  }

  private mutating func pasteIntoSearch(_ text: String) -> Bool {
    let line = String(text.prefix { !$0.isNewline })
    if case .palette(var palette) = overlay {
      palette.field.insert(line)
      overlay = .palette(palette)
    } else if case .runTo(var runTo) = overlay {
      runTo.paste(line)
      overlay = .runTo(runTo)
    } else if case .glossary(var words) = overlay {
      words.paste(line)
      overlay = .glossary(words)
    } else if case .findInMatrix(var find) = overlay {
      find.paste(line)
      overlay = .findInMatrix(find)
    } else if case .find(let find) = overlay {
      var field = find.field
      field.insert(line)
      let found = run.flatMap { search(field.text, $0, find.pane) }
      overlay = .find(FindState(field: field, pane: find.pane, search: found))
    } else if overlay == nil, screen == .library, library.isTyping {
      library.query?.insert(line)
      library.rebuild()
    } else {
      return false
    }
    return true
  }

  /// A key that was pasted on the bench: PEM, or JSON that is a key.
  private mutating func pasteKey(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let begins = bytes.first { $0 > 32 }
    guard text.contains("-----BEGIN ") || begins == UInt8(ascii: "{"),
      let reading = try? KeyReader().read(bytes), !reading.keys.isEmpty
    else { return false }
    overlay = nil
    giveKey(BenchKey(reading.set, origin: "pasted", notes: reading.notes))
    return true
  }
}
