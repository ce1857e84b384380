import Simulation
import Testing
import Trace
import Wire

/// A provider, its clients, its APIs, and somebody who sends them requests by hand.
struct Desk {
  private(set) var scenario = Scenario()

  init() throws {
    func server(_ name: String, _ role: ServerRole, _ url: String) throws -> ServerSpec {
      var spec = ServerSpec(name: name, role: role, origin: try #require(WireURL(url)))
      if role.isClient { spec.providers = ["idp"] }
      return spec
    }
    var shop = try server("shop", .oauthClient, "https://shop.test")
    shop.secret = "between shop+idp 100%"
    shop.grants += [.clientCredentials]
    shop.scopes += ["orders"]
    var app = try server("app", .nativeApp, "com.app:/")
    app.grants += [.deviceCode]
    app.scopes += ["orders", "payments"]
    var orders = try server("orders", .api, "https://orders.test")
    orders.trusts = "idp"
    orders.grants = [.tokenExchange, .clientCredentials]
    orders.scopes = ["stock"]
    orders.secret = "between-orders-and-idp"
    orders.allows = ["https://shop.test"]
    var stock = try server("stock", .api, "https://stock.test")
    stock.trusts = "idp"
    scenario.id = "test/provider"
    scenario.world.servers = [
      try server("idp", .provider, "https://idp.test"), shop, app, orders, stock,
    ]
    scenario.world.servers += [
      try Self.program("bound", { $0.boundTokens = true }),
      try Self.program("signer", { $0.authenticates = .privateKey }),
      try Self.program("news", { $0.grants = [.tokenExchange] }),
    ]
    scenario.world.users = [
      UserSpec(name: "alice", server: "idp", password: "looking-glass", codes: ["white-rabbit"]),
      UserSpec(name: "bob", server: "idp", password: "mad-hatter"),
    ]
    scenario.world.clients = [
      ClientSpec(name: "tab", user: "alice", attacker: false),
      // Whoever is called so holds the key that the client `signer` has registered.
      ClientSpec(name: "signer-client", user: nil, attacker: true),
    ]
  }

  /// A client that acts for nobody, with a secret that is called after it.
  private static func program(
    _ name: String, _ change: (inout ServerSpec) -> Void
  ) throws -> ServerSpec {
    let url = try #require(WireURL("https://\(name).test"))
    var spec = ServerSpec(name: name, role: .oauthClient, origin: url)
    spec.providers = ["idp"]
    spec.grants = [.clientCredentials]
    spec.scopes = ["orders"]
    spec.secret = "secret-of-\(name)"
    change(&spec)
    return spec
  }

  /// The answer to one request.
  func ask(
    _ method: String, _ url: String, form: [(String, String)] = [],
    headers: [(String, String)] = [], settings: [Setting] = []
  ) throws -> Response {
    try answer(
      to: [Act(method, url, form: form, headers: headers)], settings: settings)
  }

  /// The answer to the last of several acts.
  func answer(to acts: [Act], settings: [Setting] = []) throws -> Response {
    let trace = play(acts, settings: settings)
    let last = try #require(trace.steps.last).first
    let answers = trace.records[Int(last)...].compactMap { record -> Response? in
      guard case .received(let it) = record.event, it.to == PartyID(0) else { return nil }
      return it.response
    }
    return try #require(answers.last)
  }

  func play(_ acts: [Act], settings: [Setting] = []) -> Trace {
    var desk = scenario
    desk.steps = acts.enumerated().map { $1.step("act-\($0)") }
    return Simulation.play(desk, RunInputs(settings: settings))
  }

  /// `client_secret_basic` with the parts as they are given.
  static func basic(_ client: String, _ secret: String) -> (String, String) {
    ("Authorization", "Basic " + Base64.standard(Array("\(client):\(secret)".utf8)))
  }

  static let shop = basic("shop", "between%20shop%2Bidp%20100%25")
  static let orders = basic("orders", "between-orders-and-idp")
  static let news = basic("news", "secret-of-news")
}

extension Response {
  var json: JSONValue? { try? JSONValue.parse(body) }
  var error: String? { json?["error"]?.string }
  var query: [Pair] { headers["Location"].flatMap { WireURL($0) }?.query ?? [] }
}
