import CellUI

/// One row of the key table: help, footer, palette and documentation are made from it.
struct KeyBinding: Hashable, Sendable {
  let command: Command
  /// The first is the one that is shown; the others are aliases.
  var keys: [KeyPress]
  var contexts: Set<KeyContext>
  /// What it does, in a few words, for help and palette.
  let help: String
  /// One or two words for the footer; nil keeps it out of there.
  let footer: String?

  init(
    _ command: Command, _ keys: [Key], in contexts: Set<KeyContext>, _ help: String,
    footer: String? = nil
  ) {
    self.command = command
    self.keys = keys.map { KeyPress($0) }
    self.contexts = contexts
    self.help = help
    self.footer = footer
  }

  /// The key as it is written: `l`, `Enter`; `:name` for what only the palette knows.
  var keyName: String { keys.first.map(\.description) ?? ":\(command.name)" }
  /// All keys: `l, Right`.
  var keyNames: String {
    keys.isEmpty ? keyName : keys.map(\.description).joined(separator: ", ")
  }
}
