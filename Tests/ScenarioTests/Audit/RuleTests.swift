import Guide
import Simulation
import Testing
import Trace

/// Rules whose mistake no server of the library makes; `FixtureTests` shows each by hand.
let shownByFixture: Set<String> = [
  "oidc-at-hash", "http-no-store", "http-password-in-url", "http-error-details", "jwt-exp",
  "jwt-iss-aud",
]

@Suite struct `The rules of the audit` {
  @Test func `have ids of their own`() {
    let ids = AuditRules.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 35)
  }

  @Test(arguments: AuditRules.all.map(\.id))
  func `say why, what to do, who asks for it and where it is shown`(id: String) throws {
    let rule = try #require(AuditRules.rule(id))
    #expect(rule.why.hasSuffix(".") && rule.remedy.hasSuffix("."))
    #expect(!rule.title.hasSuffix("."))
    #expect(!rule.references.isEmpty && rule.link.hasPrefix("https://"))
    #expect(rule.blindness.why.hasSuffix(".") && rule.blindness.needed.hasSuffix("."))
    #expect(rule.claims.allSatisfy { Claims.claim($0) != nil })
    let parts = rule.scenario.split(separator: "#").map(String.init)
    let scenario = try Library.scenario(parts[0])
    if parts.count == 2 { #expect(scenario.variant(named: parts[1]) != nil, "\(rule.scenario)") }
  }

  @Test(arguments: AuditRules.all.map(\.id))
  func `are found in one world at least, the one that they name, and not in another`(
    id: String
  ) throws {
    let rule = try #require(AuditRules.rule(id))
    let worlds = Declared.found.filter { $0.value.contains(id) }.keys
    #expect(worlds.count < Declared.found.count)
    if shownByFixture.contains(id) {
      #expect(worlds.isEmpty, "\(id) needs no fixture: \(worlds.sorted())")
    } else {
      #expect(worlds.contains(rule.scenario), "\(worlds.sorted())")
    }
  }

  @Test(arguments: (1...7).map { "K\($0)" } + (1...5).map { "M\($0)" })
  func `cover the checklist and the common mistakes`(claim: String) throws {
    let row = try #require(GuideRows.row(claim))
    #expect(!row.rules.isEmpty)
  }
}

@Suite struct `The audit and the attacks` {
  /// Attacks whose flaw is no setting of a server, with what is the matter instead.
  private static let unseen: [String: String] = [
    "session/xss-theft": "the foreign script in the page is the flaw; nothing of a server's is off",
    "oauth/dpop": "a bearer token does what it is meant to; RFC 9700 asks for no more",
  ]

  @Test(arguments: Library.scenarios.filter { $0.attack != nil && $0.attack?.residual == false })
  func `a world in which the attack works is told from the one in which it does not`(
    scenario: Scenario
  ) throws {
    let attack = try #require(scenario.attack)
    let baseline = attack.baseline.map { "\(scenario.id)#\($0)" } ?? scenario.id
    let worse = try #require(Declared.found[baseline])
    let failing = worse.filter { AuditRules.rule($0)?.severity.fails == true }
      .filter { $0 != "cookie-scope" }
    if Self.unseen[scenario.id] == nil {
      #expect(!failing.isEmpty, "\(baseline): \(worse)")
    } else {
      #expect(failing.isEmpty, "\(baseline) shows after all: \(failing)")
    }
  }
}
