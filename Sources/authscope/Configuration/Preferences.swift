import CellUI
import Explorer
import ScenarioFiles

/// What holds in the explorer: the defaults, changed by the configuration.
struct Preferences {
  /// Whether messages are shown with their secrets by name, or as bytes.
  enum Secrets: String, CaseIterable { case masked, shown }

  /// How many keys the last line names in the first lessons.
  enum Footer: String, CaseIterable { case short, full }

  /// Nil where nobody chose one.
  var theme: Theme?
  var ascii: Bool?
  var mouse = true
  var copy = CopyWay.auto
  var secrets = Secrets.masked
  var footer = Footer.short
  var depth = 1
  var keys = KeyTable.standard

  init() {}

  init(_ configuration: Configuration) {
    theme = configuration.theme.flatMap { Theme.named($0) }
    ascii = configuration.ascii
    mouse = configuration.mouse ?? mouse
    copy = configuration.copy.flatMap { CopyWay(rawValue: $0) } ?? copy
    secrets = configuration.secrets.flatMap { Secrets(rawValue: $0) } ?? secrets
    footer = configuration.footer.flatMap { Footer(rawValue: $0) } ?? footer
    depth = configuration.depth ?? depth
    keys = keys.changed(by: configuration.keys.compactMap(\.change))
  }

  /// The reader's own, and a word on the first mistake in them. Without a file nothing is read.
  static func ofReader() -> (preferences: Preferences, warning: String?) {
    guard let file = ConfigurationFile(), file.exists else { return (Preferences(), nil) }
    do throws(Failure) {
      let reading = try file.read()
      let warning = reading.diagnostics.first.map { first in
        let place = "config.yaml:\(first.line):\(first.column)"
        return "\(place): \(first.message). `authscope config check` says all."
      }
      return (Preferences(reading.configuration), warning)
    } catch {
      return (Preferences(), "The configuration cannot be read: \(error.message)")
    }
  }

  var explorer: ExplorerSettings {
    var settings = ExplorerSettings()
    settings.keys = keys
    settings.showsBytes = secrets == .shown
    settings.showsManyKeys = footer == .full
    settings.depth = depth
    return settings
  }
}
