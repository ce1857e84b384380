import Simulation
import Testing
import Trace
import Wire

/// A provider, its clients, and somebody who sends it requests by hand.
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
    var orders = try server("orders", .api, "https://orders.test")
    orders.trusts = "idp"
    scenario.id = "test/provider"
    scenario.world.servers = [
      try server("idp", .provider, "https://idp.test"), shop, app, orders,
    ]
    scenario.world.users = [UserSpec(name: "alice", server: "idp", password: "looking-glass")]
    scenario.world.clients = [ClientSpec(name: "tab", user: "alice", attacker: false)]
  }

  /// The answer to one request.
  func ask(
    _ method: String, _ url: String, form: [(String, String)] = [],
    headers: [(String, String)] = [], settings: [Setting] = []
  ) throws -> Response {
    var request = RequestStep(
      client: 0, method: method,
      url: Template(url.hasPrefix("http") ? url : "https://idp.test" + url))
    request.form = form.map { TemplatePair($0.0, Template($0.1)) }
    request.headers = headers.map { TemplatePair($0.0, Template($0.1)) }
    var desk = scenario
    desk.steps = [Step(id: "ask", action: .request(request))]
    let inputs = RunInputs(settings: settings)
    let trace = play(desk, inputs)
    let answers = trace.records.compactMap { record -> Response? in
      guard case .received(let it) = record.event, it.to == PartyID(0) else { return nil }
      return it.response
    }
    return try #require(answers.last)
  }

  /// `client_secret_basic` with the parts as they are given.
  static func basic(_ client: String, _ secret: String) -> (String, String) {
    ("Authorization", "Basic " + Base64.standard(Array("\(client):\(secret)".utf8)))
  }

  static let shop = basic("shop", "between%20shop%2Bidp%20100%25")
}

extension Response {
  var json: JSONValue? { try? JSONValue.parse(body) }
  var error: String? { json?["error"]?.string }
  var query: [Pair] { headers["Location"].flatMap { WireURL($0) }?.query ?? [] }
}
