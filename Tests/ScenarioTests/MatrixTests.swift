import Ledger
import Simulation
import Testing

@Suite struct `The matrix of attacks and defences` {
  /// Rows of some attacks: a session's, a token's, a flow's. The whole matrix is computed by the
  /// release build in `.ci/run`, where it takes seconds.
  private static let sample = [
    "jwt/alg-none", "jwt/refresh", "oauth/link-csrf", "session/csrf", "session/logout-revocation",
  ]
  private static let rows = Library.scenarios.filter { sample.contains($0.id) }
    .compactMap { AttackMatrix.row(of: $0) }

  private func row(_ id: String) throws -> MatrixRow {
    try #require(Self.rows.first { $0.scenario == id })
  }

  private func isStopped(_ scenario: Scenario, by defences: some Sequence<DefenceID>) -> Bool {
    let settings = AttackMatrix.settings(only: Set(defences))
    let inputs = RunInputs(variant: scenario.attack?.baseline, settings: settings)
    return play(scenario, inputs).verdict == .secure
  }

  @Test func `with every defence on, only the attacks that say so get through`() {
    let all = DefenceCatalogue.all.map(\.id)
    for scenario in Library.scenarios {
      guard let attack = scenario.attack else { continue }
      #expect(isStopped(scenario, by: all) != attack.residual, "\(scenario.id)")
    }
  }

  @Test func `a set that stops an attack does so when it is played, and not without a member`()
    throws
  {
    for row in Self.rows {
      let scenario = try Library.scenario(row.scenario)
      #expect(row.worksUndefended && !row.smallest.isEmpty, "\(row.scenario)")
      for set in row.smallest.prefix(6) {
        #expect(isStopped(scenario, by: set), "\(row.scenario): \(set)")
        for member in set {
          #expect(!isStopped(scenario, by: set.filter { $0 != member }), "\(row.scenario)")
        }
      }
    }
  }

  @Test func `a token without a signature is stopped by pinning alone`() throws {
    let row = try row("jwt/alg-none")
    #expect(row.alone == ["pin-algorithm"])
    #expect(row.cell("pin-algorithm") == .only)
    #expect(row.missed.contains("pin-algorithm"))
    #expect(row.cell("http-only") == .noEffect)
  }

  @Test func `a link that signs in somebody else is stopped by each of several`() throws {
    let row = try row("oauth/link-csrf")
    #expect(row.cell("pkce") == .enough)
    #expect(row.cell("nonce") == .enough)
    #expect(row.missed.isEmpty)
  }

  @Test func `a refresh token used twice is stopped by two defences together only`() throws {
    let row = try row("jwt/refresh")
    #expect(row.alone.isEmpty)
    #expect(row.cell("refresh-rotation") == .together)
    #expect(row.cell("reuse-detection") == .together)
  }

  /// Rows that are small enough to be played in full.
  @Test(arguments: [
    "jwt/alg-none", "jwt/weak-secret", "jwt/kid-traversal", "jwt/blocklist-evasion", "jwt/bombs",
    "session/weak-ids", "session/store-leak", "session/secure-flag", "session/remember-me",
    "session/xss-theft", "session/logout-revocation", "oauth/redirect-uri",
  ])
  func `what is left out would have changed nothing`(id: String) throws {
    let scenario = try Library.scenario(id)
    let quick = try #require(AttackMatrix.row(of: scenario))
    let whole = try #require(AttackMatrix.row(of: scenario, whole: true))
    #expect(quick.runs <= whole.runs)
    #expect(quick.worksUndefended == whole.worksUndefended)
    #expect(quick.stoppedByAll == whole.stoppedByAll)
    #expect(quick.missed == whole.missed)
    #expect(quick.smallest == whole.smallest)
    #expect(quick.breaking == whole.breaking)
  }

  @Test func `a row is the same whoever plays it`() throws {
    let scenario = try Library.scenario("session/xss-theft")
    let backwards = AttackMatrix.row(of: scenario) { count, work in
      for index in (0..<count).reversed() { work(index) }
    }
    #expect(backwards == AttackMatrix.row(of: scenario))
  }

  @Test(arguments: ["oauth/redirect-uri", "oauth/mix-up"])
  func `a cookie that stays at home stops the attack, and the sign-in with it`(id: String) throws {
    let row = try #require(AttackMatrix.row(of: try Library.scenario(id)))
    #expect(row.cell("same-site") == .breaking)
    #expect(row.alone.contains("same-site") && !row.cures.contains("same-site"))
  }

  @Test func `a cure leaves honest use as it was`() throws {
    for row in Self.rows { #expect(row.breaking.isEmpty, "\(row.scenario): \(row.breaking)") }
    let row = try #require(AttackMatrix.row(of: try Library.scenario("oauth/redirect-uri")))
    #expect(row.cures.contains("redirect-uri-match"))
  }

  @Test func `what nothing is said to stop is stopped by nothing, but where all use stops`() throws
  {
    let residual = Library.scenarios.filter { $0.attack?.residual == true }
    #expect(!residual.isEmpty)
    for scenario in residual {
      let row = try #require(AttackMatrix.row(of: scenario))
      #expect(row.residual && !row.stoppedByAll && row.worksUndefended, "\(row.scenario)")
      #expect(row.cures.isEmpty && row.missed.isEmpty, "\(row.scenario): \(row.cures)")
    }
  }

  @Test func `a copied cookie is sent under the name that it has`() throws {
    let row = try row("session/logout-revocation")
    #expect(row.alone == ["revoke-on-logout"])
  }

  @Test func `a scenario without an attack has no row`() throws {
    #expect(AttackMatrix.row(of: try Library.scenario("session/scaling")) == nil)
  }
}
