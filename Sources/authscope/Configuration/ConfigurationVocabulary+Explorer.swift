import CellUI
import Explorer
import ScenarioFiles

extension ConfigurationVocabulary {
  /// The explorer's own words.
  static var explorer: ConfigurationVocabulary {
    ConfigurationVocabulary(
      themes: Theme.all.map(\.name), copyWays: CopyWay.allCases.map(\.rawValue),
      secrets: Preferences.Secrets.allCases.map(\.rawValue),
      footers: Preferences.Footer.allCases.map(\.rawValue), depths: ExplorerSettings.depths,
      contexts: KeyContext.allCases.map { context in
        (context.rawValue, KeyTable.standard.commands(in: context).map(\.name))
      },
      isKey: { KeyPress(name: $0) != nil },
      clash: { keys in
        let changes = keys.compactMap(\.change)
        return KeyTable.standard.clash(of: changes).map { words(of: $0, in: changes) }
      })
  }

  private static func words(of clash: KeyClash, in changes: [KeyChange]) -> Clash {
    let change = changes[clash.change]
    let place = clash.context.rawValue
    switch clash.kind {
    case .taken(let index, let owner):
      return Clash(
        entry: clash.change, key: index, code: "key-taken",
        words: "\(change.keys[index]) is the key of \(owner.name) in \(place) already",
        hint: "another key, or one for \(owner.name) too: \(place): { \(owner.name): ... }")
    case .unreachable:
      return Clash(
        entry: clash.change, key: nil, code: "no-way-out",
        words: "\(change.command.name) would have no key in \(place), and nothing else does it",
        hint: "leave it one")
    }
  }
}

extension Configuration.Keys {
  /// Nil when the table has no such command; the reader has told of it then.
  var change: KeyChange? {
    guard let command = KeyTable.standard.command(named: command) else { return nil }
    return KeyChange(
      command, in: context.flatMap { KeyContext(rawValue: $0) },
      keys.compactMap { KeyPress(name: $0) })
  }
}
