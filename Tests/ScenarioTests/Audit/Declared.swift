import Foundation
import Simulation

/// What the audit finds in each world of the library, as `found.txt` declares it.
///
/// One table and not a word in each scenario's file: a scenario tells a story, and what an audit
/// makes of it is the audit's claim; and whoever judges a rule reads it across all worlds at once.
enum Declared {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "found.txt")

  /// "session/csrf#lax-only": the ids, sorted.
  static let found: [String: [String]] = {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var out: [String: [String]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("//") {
      let parts = line.split(separator: ":", maxSplits: 1)
      out[String(parts[0])] = parts.dropFirst().joined().split(separator: " ").map(String.init)
    }
    return out
  }()

  /// The scenario as it stands, and its variants.
  static func worlds(of scenario: Scenario) -> [(name: String, variant: String?)] {
    [("\(scenario.id)", nil)] + scenario.variants.map { ("\(scenario.id)#\($0.name)", $0.name) }
  }
}
