import Ledger
import Simulation

/// The whole library as one page: what `docs/library.md` holds.
struct LibraryPage {
  private static let groups = [
    ("session", "Sessions"), ("jwt", "JWTs"), ("oauth", "OAuth and OpenID Connect"),
    ("combined", "Side by side, and all together"),
  ]

  private let scenarios: [Scenario]

  init(_ scenarios: [Scenario]) { self.scenarios = scenarios }

  var text: String {
    let known = Self.groups.map(\.0)
    let sections = Self.groups.map { section($0.1, of: scenarios.filter(Self.isIn($0.0))) }
    let others = scenarios.filter { scenario in !known.contains { Self.isIn($0)(scenario) } }
    let rest = others.isEmpty ? [] : [section("Others", of: others)]
    return ([intro] + sections + rest + [Self.leftOut]).joined(separator: "\n")
  }

  private static func isIn(_ group: String) -> (Scenario) -> Bool {
    { $0.id.hasPrefix(group + "/") }
  }

  private var intro: String {
    let attacks = scenarios.count { $0.attack != nil }
    return """
      # The library

      \(Paragraph.wrapped(
        "\(scenarios.count) scenarios, \(attacks) of them attacks. `authscope explore ID` opens one, "
          + "`authscope run ID --all-variants` plays and judges it, `authscope matrix ID` tries every "
          + "defence on it. A claim (`S5`, `J10`) is one of the guide's: `authscope list --claims`."))

      This page is what `authscope list --markdown` prints, and a test compares the two.

      """
  }

  private func section(_ title: String, of list: [Scenario]) -> String {
    (["## \(title)", ""] + list.map { Self.entry($0) }).joined(separator: "\n")
  }

  private static func entry(_ scenario: Scenario) -> String {
    var lines = ["### \(scenario.title)", "", "`\(scenario.id)`"]
    let facts = facts(scenario)
    if !facts.isEmpty { lines[2] += ": " + facts.joined(separator: "; ") }
    lines[2] = Paragraph.wrapped(lines[2] + ".")
    if let about = scenario.about {
      lines += [
        "", Paragraph.wrapped(about.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
      ]
    }
    if !scenario.variants.isEmpty { lines.append("") }
    lines += scenario.variants.map { variant in
      Paragraph.wrapped("- `\(variant.name)`" + (variant.title.map { ": \($0)" } ?? ""), hanging: 2)
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private static func facts(_ scenario: Scenario) -> [String] {
    var out: [String] = []
    if !scenario.shows.isEmpty { out.append("shows " + scenario.shows.joined(separator: ", ")) }
    if let attack = scenario.attack {
      let stoppers = attack.stoppedBy.map { stopper in
        "`\(stopper.defence.text)`" + (stopper.check.map { " (at `\($0.text)`)" } ?? "")
      }
      out.append(
        attack.residual
          ? "an attack that no defence stops"
          : "an attack, stopped by " + stoppers.joined(separator: " or "))
    }
    if scenario.challenge != nil { out.append("a challenge") }
    return out
  }

  private static let leftOut = """
    ## What is not here

    \(Paragraph.wrapped(
      "The psychic signature (CVE-2022-21449, an ECDSA signature of two zeros) is left out. Every "
        + "verifier here is libcrypto's, which refuses zeros before it does any arithmetic; to let it "
        + "through, this program would need elliptic curves of its own, written badly on purpose, for "
        + "one lesson. To pretend would be worse: no result in this library is written down "
        + "beforehand. What it teaches, that a signature has to be checked for its form before it is "
        + "checked for its value, `jwt/unverified-claims` shows with a signature that is not there."))
    """
}
