import Simulation
import Trace
import Wire

/// A loop of simulated steps over a thousand users, for counting steps a second.
struct Workload {
  let name: String
  let scenario: Scenario
  /// Simulated steps in one play.
  let steps: Int

  /// Servers that stand behind the balancer.
  private var servers: Int { scenario.world.servers[0].count }

  /// Simulated steps a second, each round a play from the start with the log on.
  func measured(_ rounds: Int) -> Measurement {
    var samples: [Double] = []
    for _ in 0..<max(1, rounds) {
      let start = ContinuousClock.now
      let trace = play(scenario)
      let took = Measurement.milliseconds(since: start)
      precondition(trace.answering == servers, "not every server has answered")
      precondition(trace.steps.count == steps, "the workload played another number of steps")
      samples.append(Double(steps) / took * 1000)
    }
    var row = Measurement(name: name, unit: "simulated steps/s", samples: samples.sorted())
    row.note = "the program's memory at its highest: \(PeakMemory.mebibytes) MiB"
    return row
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

  /// The crowd of the bar: 10,000 steps in a loop, a thousand people with an account each, and 64
  /// app servers behind a balancer that take turns.
  static var crowd: Workload {
    let people = 1000
    var scenario = base(users: people)
    scenario.world.servers[0].count = 64
    scenario.world.users = (0..<people).map {
      UserSpec(name: "user\($0)", server: "app", password: "wonderland-\($0)")
    }
    let round = (0..<people).flatMap { person in
      [login(person, as: "user\(person)", "wonderland-\(person)")]
        + Array(repeating: page(person), count: 3)
        + [person % 2 == 0 ? logout(person) : page(person)]
    }
    scenario.steps = [Step(id: "loop", action: .repeat(2, round))]
    return Workload(
      name: "session steps: 10,000 in a loop, 1,000 users, 64 app servers", scenario: scenario,
      steps: 2 * round.count)
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

  private static func login(
    _ client: Int, as user: String = "alice", _ password: String = "wonderland"
  ) -> Step {
    var request = RequestStep(
      client: client, method: "POST", url: Template("https://app.test/login"))
    request.form = [
      TemplatePair("user", Template(user)), TemplatePair("password", Template(password)),
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

extension Trace {
  /// How many instances have answered.
  fileprivate var answering: Int {
    var seen: Set<UInt8> = []
    for record in records {
      if case .received(let answer) = record.event { seen.insert(answer.instance) }
    }
    return seen.count
  }
}
