import CellUI
import Explorer
import Wire

/// Preferences as they are printed: as a configuration file that says the same, or as JSON.
struct PreferencesText {
  let preferences: Preferences

  private var settings: [(name: String, value: String)] {
    [
      ("theme", preferences.theme?.name ?? Theme.dark.name),
      ("ascii", "\(preferences.ascii ?? false)"), ("mouse", "\(preferences.mouse)"),
      ("copy", preferences.copy.rawValue), ("secrets", preferences.secrets.rawValue),
      ("footer", preferences.footer.rawValue), ("depth", "\(preferences.depth)"),
    ]
  }

  var yaml: String {
    var lines = settings.map { "\($0.name): \($0.value)" }
    lines.append("keys:")
    for context in KeyContext.allCases {
      lines.append("  \(context.rawValue):")
      for row in preferences.keys.rows(in: context) {
        let keys = row.keys.map { Self.quoted($0.description) }.joined(separator: ", ")
        lines.append("    \(row.command): [\(keys)]  # \(row.help)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Signs mean something to YAML, letters and digits do not.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    guard !isPlain || name.hasPrefix("-") else { return name }
    return "'"
      + name.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  var json: JSONValue {
    var keys = JSONObject()
    for context in KeyContext.allCases {
      var rows = JSONObject()
      for row in preferences.keys.rows(in: context) {
        rows[row.command] = .array(row.keys.map { .string($0.description) })
      }
      keys[context.rawValue] = .object(rows)
    }
    var out = JSONObject()
    for (name, value) in settings {
      out[name] =
        value == "true" || value == "false"
        ? .bool(value == "true") : Int64(value).map { .integer($0) } ?? .string(value)
    }
    out["keys"] = .object(keys)
    return .object(out)
  }
}
