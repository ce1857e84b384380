import Testing
import Trace

@testable import Simulation

@Suite struct ComparisonTests {
  private func load(
    users: Int = 4, pages: Int = 6, servers: Int = 3, pause: Int = 60, lifetime: Int = 900
  ) -> ComparedLoad {
    var load = ComparedLoad()
    load.users = users
    load.pages = pages
    load.servers = servers
    load.pause = pause
    load.lifetime = lifetime
    return load
  }

  @Test(arguments: Mechanism.allCases)
  func `every page of the load is answered, whatever the figures`(_ mechanism: Mechanism) {
    for load in [
      load(), load(users: 1, pages: 1, servers: 1), load(users: 40, pages: 3),
      load(pages: 20, pause: 100, lifetime: 10), load(pause: 3600, lifetime: 900),
    ] {
      let cost = MechanismCost(of: mechanism, load)
      #expect(cost.failedPages == 0, "\(load)")
      #expect(cost.load.pause >= load.users)
    }
  }

  @Test func `a session costs a lookup for each page, a JWT a verification`() {
    let session = MechanismCost(of: .session, load())
    let token = MechanismCost(of: .jwt, load())
    #expect(session.pages.reads == 24)
    #expect(session.pages.verifications == 0)
    #expect(token.pages.reads == 0)
    #expect(token.pages.verifications == 24)
    #expect(token.credentialBytes > 5 * session.credentialBytes)
  }

  @Test func `a list brings the lookup back, and with it the sign-out`() {
    let plain = MechanismCost(of: .jwt, load())
    let listed = MechanismCost(of: .listedJWT, load())
    #expect(listed.pages.reads == 24)
    #expect((890...900).contains(plain.revokedAfter))
    #expect(listed.revokedAfter == 0)
    #expect(MechanismCost(of: .session, load()).revokedAfter == 0)
  }

  @Test func `a copied token lives as long as tokens live`() {
    for lifetime in [60, 300, 3600] {
      for mechanism in [Mechanism.jwt, .oauth] {
        let cost = MechanismCost(of: mechanism, load(users: 1, pages: 1, lifetime: lifetime))
        #expect((lifetime - 8...lifetime).contains(cost.revokedAfter), "\(cost.revokedAfter)")
      }
    }
  }

  @Test func `only sessions need the store that all servers share`() {
    #expect(MechanismCost(of: .session, load()).failedApart > 0)
    #expect(MechanismCost(of: .session, load(servers: 1)).failedApart == 0)
    #expect(MechanismCost(of: .jwt, load()).failedApart == 0)
    #expect(MechanismCost(of: .oauth, load()).failedApart == 0)
  }

  @Test func `only OAuth asks a provider, more often the shorter its tokens live`() {
    #expect(MechanismCost(of: .session, load()).providerRequests == 0)
    #expect(MechanismCost(of: .jwt, load()).providerRequests == 0)
    let long = MechanismCost(of: .oauth, load())
    let short = MechanismCost(of: .oauth, load(lifetime: 60))
    #expect(long.providerRequests > 0)
    #expect(short.providerRequests > long.providerRequests)
    #expect(short.renewals.requests > 0 && long.renewals.requests == 0)
  }

  @Test func `figures beyond their bounds are brought back`() {
    let load = load(users: 9999, pages: 9999, servers: 0, pause: 0, lifetime: 1).clamped
    #expect(load.users == 500 && load.servers == 1 && load.lifetime == 10)
    #expect(load.allPages <= ComparedLoad.mostPages)
    #expect(load.pause == 500)
  }

  @Test func `the table has a cell for each mechanism and a claim for each row`() {
    let rows = ComparisonTable.rows(MechanismCost.all(load(users: 2, pages: 2)))
    #expect(rows.count == 16)
    #expect(rows.allSatisfy { $0.cells.count == Mechanism.allCases.count && !$0.claim.isEmpty })
    #expect(rows.first { $0.title == "store reads for a page" }?.cells == ["1", "0", "1", "0"])
  }

  @Test func `means and spans are written as people write them`() {
    #expect(ComparisonTable.decimal(3, 2) == "1.5")
    #expect(ComparisonTable.decimal(1, 15) == "0.07")
    #expect(ComparisonTable.decimal(4, 2) == "2")
    #expect(ComparisonTable.duration(0) == "not at all")
    #expect(ComparisonTable.duration(897) == "14 min 57 s")
    #expect(ComparisonTable.duration(7200) == "2 h")
  }
}
