import Simulation
import Trace

/// A world that somebody found by trying, to be kept in a scenario's file.
package struct NewVariant: Hashable, Sendable {
  package let name: String
  package let title: String
  /// All changes against the scenario as it stands; a later one counts.
  package let settings: [Setting]
  /// By step: the status that came out where the scenario expects something else.
  package let statuses: [(step: String, status: String)]

  package init(
    name: String, title: String, settings: [Setting], statuses: [(step: String, status: String)]
  ) {
    self.name = name
    self.title = title
    self.settings = Self.latest(settings)
    self.statuses = statuses
  }

  private static func latest(_ settings: [Setting]) -> [Setting] {
    settings.enumerated().filter { index, setting in
      !settings[(index + 1)...].contains { $0.key == setting.key }
    }.map(\.element)
  }

  package static func == (a: NewVariant, b: NewVariant) -> Bool { a.lines == b.lines }
  package func hash(into hasher: inout Hasher) { hasher.combine(lines) }

  /// Its lines below `variants:`.
  var lines: [String] {
    var out = ["  \(name):", "    title: \"\(title.filter { $0 != "\"" && $0 != "\\" })\""]
    out.append("    set:")
    out += settings.map { "      \($0.key): \($0.value)" }
    guard !statuses.isEmpty else { return out }
    out.append("    expect:")
    return out + statuses.map { "      \($0.step): [status == \($0.status)]" }
  }

  /// The scenario's text with this variant behind the others.
  package func added(to text: String) throws(Problem) -> String {
    guard Identifier.isValid(name) else { throw .notVariantName(name) }
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while rows.last?.isEmpty ?? false { rows.removeLast() }
    guard let head = rows.firstIndex(where: { $0.hasPrefix("variants:") }) else {
      return (rows + ["variants:"] + lines + [""]).joined(separator: "\n")
    }
    guard rows[head].dropFirst("variants:".count).allSatisfy({ $0 == " " }) else {
      throw .variantsOnOneLine
    }
    let end = rows[(head + 1)...].firstIndex { !$0.isEmpty && $0.first != " " && $0.first != "#" }
    rows.insert(contentsOf: lines, at: end ?? rows.count)
    return (rows + [""]).joined(separator: "\n")
  }
}

extension Setting {
  /// `defences.pkce`.
  fileprivate var key: String { String(text.prefix { $0 != "=" }) }
  /// `off`.
  fileprivate var value: String { String(text.drop { $0 != "=" }.dropFirst()) }
}

extension Problem {
  static func notVariantName(_ name: String) -> Problem {
    Problem(
      "variant-name", "\"\(name)\" is no name for a variant",
      hint: "use letters, digits and hyphens, a letter first")
  }

  static var variantsOnOneLine: Problem {
    Problem(
      "variants-on-one-line", "the scenario's variants stand on one line",
      hint: "`authscope format` writes them one below the other")
  }
}
