import CellUI

/// Other keys for a command, wherever it means something or in one place of the screen.
package struct KeyChange: Hashable, Sendable {
  package let command: Command
  package let context: KeyContext?
  package let keys: [KeyPress]

  package init(_ command: Command, in context: KeyContext?, _ keys: [KeyPress]) {
    self.command = command
    self.context = context
    self.keys = keys
  }
}

/// Why changes cannot be made together.
package struct KeyClash: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The key, by its index in the change, does another command there.
    case taken(key: Int, by: Command)
    /// Nothing would be left that leads out, or that shows the keys.
    case unreachable
  }

  /// The index of the change that is at fault.
  package let change: Int
  package let context: KeyContext
  package let kind: Kind
}

extension KeyTable {
  /// The table with other keys; a change for one place goes before one for all.
  package func changed(by changes: [KeyChange]) -> KeyTable {
    let ordered = changes.filter { $0.context == nil } + changes.filter { $0.context != nil }
    return KeyTable(
      bindings: ordered.reduce(bindings) { rows, change in
        rows.flatMap { Self.changed($0, by: change) }
      })
  }

  private static func changed(_ row: KeyBinding, by change: KeyChange) -> [KeyBinding] {
    guard row.command == change.command else { return [row] }
    guard let context = change.context else {
      var changed = row
      changed.keys = change.keys
      return [changed]
    }
    guard row.contexts.contains(context) else { return [row] }
    var changed = row
    changed.keys = change.keys
    changed.contexts = [context]
    var others = row
    others.contexts.remove(context)
    return others.contexts.isEmpty ? [changed] : [others, changed]
  }

  /// The first thing that is wrong with these changes together.
  package func clash(of changes: [KeyChange]) -> KeyClash? {
    let table = changed(by: changes)
    for context in KeyContext.allCases {
      if let clash = table.takenKey(context, changes) { return clash }
      if let clash = table.wayOut(context, changes, before: self) { return clash }
    }
    return nil
  }

  private func takenKey(_ context: KeyContext, _ changes: [KeyChange]) -> KeyClash? {
    var owners: [KeyPress: Command] = [:]
    for row in bindings(in: context) {
      for key in row.keys {
        guard let other = owners[key] else {
          owners[key] = row.command
          continue
        }
        guard other != row.command else { continue }
        return Self.clash(over: key, row.command, other, context, changes)
      }
    }
    return nil
  }

  /// Of two commands with one key the change that comes last is at fault.
  private static func clash(
    over key: KeyPress, _ one: Command, _ other: Command, _ context: KeyContext,
    _ changes: [KeyChange]
  ) -> KeyClash? {
    let index = changes.lastIndex { change in
      (change.command == one || change.command == other) && change.keys.contains(key)
        && (change.context ?? context) == context
    }
    guard let index, let place = changes[index].keys.firstIndex(of: key) else { return nil }
    let owner = changes[index].command == one ? other : one
    return KeyClash(change: index, context: context, kind: .taken(key: place, by: owner))
  }

  /// What must keep a key wherever it has one: the ways out, and the way to all others.
  private static let necessary: [Command] = [.quit, .leave, .help, .palette]

  private func wayOut(
    _ context: KeyContext, _ changes: [KeyChange], before: KeyTable
  ) -> KeyClash? {
    for command in Self.necessary where before.hasKey(command, context) {
      guard !hasKey(command, context) else { continue }
      // Esc is a second way out where there is a key that quits.
      if command == .leave, before.hasKey(.quit, context) { continue }
      let index = changes.lastIndex {
        $0.command == command && ($0.context ?? context) == context
      }
      guard let index else { continue }
      return KeyClash(change: index, context: context, kind: .unreachable)
    }
    return nil
  }

  private func hasKey(_ command: Command, _ context: KeyContext) -> Bool {
    !(binding(command, in: context)?.keys.isEmpty ?? true)
  }

  /// The commands of a place by their names.
  package func commands(in context: KeyContext) -> [Command] {
    bindings(in: context).map(\.command)
  }

  /// The command of a name that the table knows.
  package func command(named name: String) -> Command? {
    bindings.first { $0.command.name == name }?.command
  }

  /// A command's keys in a place, and what it does there, for whoever prints the table.
  package func rows(
    in context: KeyContext
  ) -> [(command: String, keys: [KeyPress], help: String)] {
    bindings(in: context).map { ($0.command.name, $0.keys, $0.help) }
  }
}
