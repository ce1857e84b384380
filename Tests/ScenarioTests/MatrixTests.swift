import Ledger
import Simulation
import Testing

@Suite struct `The matrix of attacks and defences` {
  private static let rows = Library.scenarios.compactMap { AttackMatrix.row(of: $0) }

  private func row(_ id: String) throws -> MatrixRow {
    try #require(Self.rows.first { $0.scenario == id })
  }

  @Test func `with every defence on, only the attacks that say so get through`() {
    for row in Self.rows { #expect(row.stoppedByAll != row.residual, "\(row.scenario)") }
  }

  @Test func `every attack works in some world without defences, or from its baseline`() {
    for row in Self.rows {
      #expect(row.worksUndefended || !row.smallest.contains([]), "\(row.scenario)")
      // A single defence without its fellows may break a sign-in, and the attack with it.
      if !row.residual { #expect(!row.smallest.isEmpty, "\(row.scenario)") }
    }
  }

  @Test func `a set that stops an attack does so when it is played, and not without a member`() {
    for scenario in Library.scenarios {
      guard let attack = scenario.attack, let row = AttackMatrix.row(of: scenario),
        row.worksUndefended
      else { continue }
      func verdict(_ set: some Sequence<DefenceID>) -> Bool {
        let settings = AttackMatrix.settings(only: Set(set))
        return play(scenario, RunInputs(variant: attack.baseline, settings: settings)).verdict
          == .secure
      }
      for set in row.smallest.prefix(6) {
        #expect(verdict(set), "\(scenario.id): \(set)")
        for member in set { #expect(!verdict(set.filter { $0 != member }), "\(scenario.id)") }
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

  @Test func `a scenario without an attack has no row`() throws {
    #expect(AttackMatrix.row(of: try Library.scenario("session/scaling")) == nil)
  }
}
