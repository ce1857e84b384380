import Trace

/// What one mechanism needed for the compared load, read from the traces of its runs.
package struct MechanismCost: Hashable, Sendable {
  package let mechanism: Mechanism
  package let load: ComparedLoad
  /// Of all users together.
  package let signIn: Cost
  package let pages: Cost
  package let renewals: Cost
  package let signOut: Cost
  /// The header that carries the credential with each page, its name included, in bytes.
  package let credentialBytes: Int
  /// Rows that the servers keep while everybody is signed in.
  package let rowsKept: Int
  /// Requests that only the authorization server could answer.
  package let providerRequests: Int
  /// Pages that were refused; 0 unless something is wrong with the load.
  package let failedPages: Int
  /// Pages that are refused when the servers share no store.
  package let failedApart: Int
  /// How long what was copied before the sign-out still opens a page, in seconds.
  package let revokedAfter: Int

  package var total: Cost {
    var out = Cost()
    for part in [signIn, pages, renewals, signOut] { out = out + part }
    return out
  }

  /// Plays the load under one mechanism.
  package init(of mechanism: Mechanism, _ load: ComparedLoad) {
    let load = load.clamped
    let reading = LoadReading(play(LoadScenario(mechanism: mechanism, load: load).scenario()))
    self.mechanism = mechanism
    self.load = load
    signIn = reading.cost(.signIn)
    pages = reading.cost(.page)
    renewals = reading.cost(.renew)
    signOut = reading.cost(.signOut)
    credentialBytes = reading.credentialBytes
    rowsKept = reading.rowsKept
    providerRequests = reading.providerRequests
    failedPages = reading.failedPages
    failedApart = Self.failedApart(mechanism, load) ?? reading.failedPages
    revokedAfter = RevocationTime.seconds(of: mechanism, load)
  }

  /// Every mechanism over the same load, in the order of the table.
  package static func all(_ load: ComparedLoad) -> [MechanismCost] {
    Mechanism.allCases.map { MechanismCost(of: $0, load) }
  }

  /// Nil where no server keeps its sessions in a store that could be apart.
  private static func failedApart(_ mechanism: Mechanism, _ load: ComparedLoad) -> Int? {
    var apart = LoadScenario(mechanism: mechanism, load: load)
    apart.sharesStore = false
    let scenario = apart.scenario()
    let stores = scenario.world.stores.map(\.name)
    guard scenario.world.servers.contains(where: { stores.contains($0.store) }) else { return nil }
    return LoadReading(play(scenario)).failedPages
  }
}
