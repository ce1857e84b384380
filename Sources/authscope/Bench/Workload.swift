import Simulation
import Trace
import Wire

/// A loop of simulated steps over a thousand users, for counting steps a second.
struct Workload {
  let name: String
  let scenario: Scenario
  /// Simulated steps in one play.
  let steps: Int

  /// Simulated steps a second, each round a play from the start with the log on.
  func measured(_ rounds: Int) -> Measurement {
    var samples: [Double] = []
    for _ in 0..<max(1, rounds) {
      let start = ContinuousClock.now
      let trace = play(scenario)
      let took = Measurement.milliseconds(since: start)
      precondition(trace.steps.count == steps, "the workload played another number of steps")
      samples.append(Double(steps) / took * 1000)
    }
    return Measurement(name: name, unit: "simulated steps/s", samples: samples.sorted())
  }

  /// One login, then pages.
  static var session: Workload {
    let count = 50_000
    var scenario = base(users: 1)
    scenario.steps = [
      login(0), Step(id: "loop", action: .repeat(count, [page(0)])),
    ]
    return Workload(
      name: "session steps: GET /me", scenario: scenario, steps: count + 1)
  }

  /// A thousand users: a tenth logins, a twentieth logouts, pages between.
  static var mixed: Workload {
    var scenario = base(users: 1000)
    let round = (0..<1000).flatMap { user in
      [login(user)] + Array(repeating: page(user), count: 8)
        + [user % 2 == 0 ? logout(user) : page(user)]
    }
    scenario.steps = [Step(id: "loop", action: .repeat(5, round))]
    return Workload(
      name: "session steps: 1,000 users, logins, pages, logouts", scenario: scenario,
      steps: 5 * round.count)
  }

  private static func base(users: Int) -> Scenario {
    var scenario = Scenario()
    scenario.id = "bench"
    guard let origin = WireURL("https://app.test") else { return scenario }
    var app = ServerSpec(name: "app", role: .webApp, origin: origin)
    app.count = 3
    app.store = "sessions"
    scenario.world.servers = [app]
    scenario.world.stores = [StoreSpec(name: "sessions", shared: true)]
    scenario.world.users = [UserSpec(name: "alice", server: "app", password: "wonderland")]
    scenario.world.clients = (0..<users).map {
      ClientSpec(name: "client\($0)", user: "alice", attacker: false)
    }
    return scenario
  }

  private static func login(_ client: Int) -> Step {
    var request = RequestStep(
      client: client, method: "POST", url: Template("https://app.test/login"))
    request.form = [
      TemplatePair("user", Template("alice")), TemplatePair("password", Template("wonderland")),
    ]
    return Step(id: "login\(client)", action: .request(request))
  }

  private static func page(_ client: Int) -> Step {
    let request = RequestStep(
      client: client, method: "GET", url: Template("https://app.test/me"))
    return Step(id: "me\(client)", action: .request(request))
  }

  private static func logout(_ client: Int) -> Step {
    let request = RequestStep(
      client: client, method: "POST", url: Template("https://app.test/logout"))
    return Step(id: "logout\(client)", action: .request(request))
  }
}
