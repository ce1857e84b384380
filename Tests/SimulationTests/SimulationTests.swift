import Simulation
import Testing
import Trace
import Wire

/// A scenario made by hand: one web app, Alice's laptop.
private func sessionScenario() throws -> Scenario {
  var scenario = Scenario()
  scenario.id = "test/session"
  var app = ServerSpec(
    name: "app", role: .webApp, origin: try #require(WireURL("https://app.test")))
  app.count = 2
  app.store = "sessions"
  scenario.world.servers = [app]
  scenario.world.stores = [StoreSpec(name: "sessions", shared: true)]
  scenario.world.users = [UserSpec(name: "alice", server: "app", password: "wonderland")]
  scenario.world.clients = [ClientSpec(name: "laptop", user: "alice", attacker: false)]
  var login = RequestStep(client: 0, method: "POST", url: Template("https://app.test/login"))
  login.form = [
    TemplatePair("user", Template("alice")), TemplatePair("password", Template("wonderland")),
  ]
  let me = RequestStep(client: 0, method: "GET", url: Template("https://app.test/me"))
  scenario.steps = [
    Step(id: "login", action: .request(login)), Step(id: "me", action: .request(me)),
  ]
  return scenario
}

extension Trace {
  /// The statuses of all responses, in order.
  var statuses: [Int] {
    records.compactMap { record in
      if case .received(let it) = record.event { it.response.status } else { nil }
    }
  }
}

@Test func `a login creates a session that the next request is known by`() throws {
  #expect(play(try sessionScenario()).statuses == [303, 200])
}

@Test func `with stores that are not shared the other instance does not know the session`() throws {
  let inputs = RunInputs(settings: [.storeShared("sessions", false)])
  #expect(play(try sessionScenario(), inputs).statuses == [303, 303])
}

@Test func `the same inputs give the same secrets, another seed gives others`() throws {
  let scenario = try sessionScenario()
  let values = { (inputs: RunInputs) in play(scenario, inputs).secrets.map(\.value) }
  #expect(values(RunInputs()) == values(RunInputs()))
  #expect(values(RunInputs()) != values(RunInputs(seed: 99)))
}
