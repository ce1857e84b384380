import Ledger
import Trace
import Wire

/// The compared load as a scenario of one mechanism: the same visit, played by the same engine as
/// any lesson.
struct LoadScenario {
  /// The parts of a visit; a step is named after its part.
  enum Part: String, CaseIterable {
    case signIn = "sign-in"
    case renew, page
    case signOut = "sign-out"
  }

  let mechanism: Mechanism
  let load: ComparedLoad
  var sharesStore = true

  func scenario() -> Scenario {
    var out = world()
    var visit = Visit(load)
    for user in 0..<load.users {
      visit.add(signIn(user))
      visit.issued(user)
    }
    for round in 0..<load.pages {
      let begin = visit.clock
      for user in 0..<load.users {
        renew(user, round, &visit)
        visit.add([page(user, round)])
      }
      visit.rest(load.pause - (visit.clock - begin))
    }
    for user in 0..<load.users {
      renew(user, load.pages, &visit)
      visit.add([signOut(user)])
    }
    out.steps = visit.steps
    return out
  }

  private func renew(_ user: Int, _ round: Int, _ visit: inout Visit) {
    guard renews, visit.age(user) + Self.margin >= load.lifetime else { return }
    visit.add([renewal(user, round)])
    visit.issued(user)
  }

  /// What was copied from a user's device before she signed out, tried so much later.
  func replay(after seconds: Int) -> Scenario {
    var out = world()
    out.world.clients.append(ClientSpec(name: "mallory", user: nil, attacker: true))
    let loot: Loot = mechanism == .session ? .cookie("sid") : .json("access_token")
    out.steps = signIn(0)
    out.steps.append(
      Step(
        id: "copy",
        action: .steal(StealStep(loot: loot, victim: 0, channel: .device, name: "copied"))))
    out.steps.append(signOut(0))
    if seconds > 0 {
      out.steps.append(Step(id: "pause", action: .wait(TimeSpan(seconds: Int64(seconds)))))
    }
    var request = RequestStep(
      client: out.world.clients.count - 1, method: "GET", url: Template(pageURL))
    let copied = Template(parts: [.capture("copied")])
    if mechanism == .session {
      request.cookies = [TemplatePair("sid", copied)]
    } else {
      request.bearer = copied
    }
    out.steps.append(Step(id: "replay", action: .request(request)))
    return out
  }

  /// A client renews its token that many seconds before it has to.
  private static let margin = 3

  private var renews: Bool { mechanism != .session }

  /// The steps so far, and the seconds that they take: a step of the simulation takes one.
  private struct Visit {
    private(set) var steps: [Step] = []
    private(set) var clock = 0
    private var birth: [Int]
    private var rests = 0

    init(_ load: ComparedLoad) { birth = Array(repeating: 0, count: load.users) }

    mutating func add(_ more: [Step]) {
      steps += more
      clock += more.count
    }

    mutating func rest(_ seconds: Int) {
      // The step that waits takes its second too.
      guard seconds > 1 else { return }
      rests += 1
      let span = TimeSpan(seconds: Int64(seconds - 1))
      add([Step(id: "rest-\(rests)", action: .wait(span))])
      clock += seconds - 1
    }

    mutating func issued(_ user: Int) { birth[user] = clock }

    /// The seconds since the user's token was issued.
    func age(_ user: Int) -> Int { clock - birth[user] }
  }

  // The world.

  private func world() -> Scenario {
    var out = Scenario()
    out.id = "comparison/\(mechanism.rawValue)"
    out.title = mechanism.title
    out.world.servers = servers
    out.world.stores = [StoreSpec(name: "sessions", shared: sharesStore)]
    out.world.users = (0..<load.users).map {
      UserSpec(name: Self.user($0), server: accounts, password: Self.password)
    }
    out.world.clients = (0..<load.users).map {
      ClientSpec(name: "device\($0)", user: Self.user($0), attacker: false)
    }
    out.world.defences = Self.defences(list: mechanism == .listedJWT)
    return out
  }

  private var accounts: String {
    switch mechanism {
    case .session: "app"
    case .jwt, .listedJWT: "api"
    case .oauth: "idp"
    }
  }

  private var servers: [ServerSpec] {
    switch mechanism {
    case .session:
      var app = Self.server("app", .webApp, "https://app.test")
      app.count = load.servers
      app.store = "sessions"
      app.spans[.idleTimeout] = visitLength
      app.spans[.absoluteTimeout] = visitLength
      return [app]
    case .jwt, .listedJWT:
      var api = Self.server("api", .api, "https://api.test")
      api.count = load.servers
      api.algorithm = "ES256"
      api.spans[.accessLifetime] = TimeSpan(seconds: Int64(load.lifetime))
      api.spans[.refreshLifetime] = visitLength
      return [api]
    case .oauth:
      var provider = Self.server("idp", .provider, "https://idp.test")
      provider.algorithm = "ES256"
      provider.spans[.accessLifetime] = TimeSpan(seconds: Int64(load.lifetime))
      provider.spans[.refreshLifetime] = visitLength
      var app = Self.server("phone-app", .nativeApp, "com.phone.app:/")
      app.providers = ["idp"]
      app.scopes = ["openid", "orders"]
      var api = Self.server("api", .api, "https://api.test")
      api.count = load.servers
      api.trusts = "idp"
      return [provider, app, api]
    }
  }

  /// Longer than any visit of the load: nobody is signed out before the end.
  private var visitLength: TimeSpan {
    TimeSpan(seconds: Int64(2 * load.pages * (load.pause + load.users) + 86_400))
  }

  private static func server(_ name: String, _ role: ServerRole, _ origin: String) -> ServerSpec {
    guard let url = WireURL(origin) else { preconditionFailure("\(origin) is no URL") }
    return ServerSpec(name: name, role: role, origin: url)
  }

  private static func defences(list: Bool) -> [DefenceChoice] {
    [
      ("revoke-on-logout", "on"), ("short-expiry", "on"), ("refresh-rotation", "on"),
      ("pkce", "required"), ("version-claim", "off"), ("token-blocklist", list ? "on" : "off"),
    ].map { DefenceChoice(defence: DefenceID($0.0), level: $0.1) }
  }

  private static func user(_ index: Int) -> String { "user\(index)" }
  private static let password = "correct-horse"

  // The visit.

  private func signIn(_ user: Int) -> [Step] {
    let id = "\(Part.signIn.rawValue)-\(user)"
    switch mechanism {
    case .session, .jwt, .listedJWT:
      var request = post(
        user, mechanism == .session ? "https://app.test/login" : "https://api.test/login")
      request.form = Self.form([("user", Self.user(user)), ("password", Self.password)])
      if renews { request.captures = Self.captures(user) }
      return [Step(id: id, action: .request(request))]
    case .oauth:
      var ask = RequestStep(client: user, method: "GET", url: Template(Self.authorization))
      ask.follow = .until(Self.redirect)
      ask.fill = Self.form([
        ("user", Self.user(user)), ("password", Self.password), ("decision", "allow"),
      ])
      ask.captures = [Capture(name: "code\(user)", source: .redirectParameter("code"))]
      var exchange = post(user, "https://idp.test/token")
      exchange.form =
        Self.form([
          ("grant_type", "authorization_code"), ("client_id", "phone-app"),
          ("redirect_uri", Self.redirect), ("code_verifier", Self.verifier),
        ]) + [TemplatePair("code", Template(parts: [.capture("code\(user)")]))]
      exchange.captures = Self.captures(user)
      return [
        Step(id: "\(id)-ask", action: .request(ask)),
        Step(id: "\(id)-tokens", action: .request(exchange)),
      ]
    }
  }

  private func renewal(_ user: Int, _ round: Int) -> Step {
    let refresh = TemplatePair("refresh_token", Template(parts: [.capture("refresh\(user)")]))
    var request = post(
      user, mechanism == .oauth ? "https://idp.test/token" : "https://api.test/refresh")
    let fixed =
      mechanism == .oauth ? [("grant_type", "refresh_token"), ("client_id", "phone-app")] : []
    request.form = Self.form(fixed) + [refresh]
    request.captures = Self.captures(user)
    return Step(id: "\(Part.renew.rawValue)-\(round)-\(user)", action: .request(request))
  }

  private var pageURL: String {
    switch mechanism {
    case .session: "https://app.test/me"
    case .jwt, .listedJWT: "https://api.test/me"
    case .oauth: "https://api.test/orders"
    }
  }

  private func page(_ user: Int, _ round: Int) -> Step {
    var request = RequestStep(client: user, method: "GET", url: Template(pageURL))
    if renews { request.bearer = Template(parts: [.capture("access\(user)")]) }
    return Step(id: "\(Part.page.rawValue)-\(round)-\(user)", action: .request(request))
  }

  private func signOut(_ user: Int) -> Step {
    let refresh = Template(parts: [.capture("refresh\(user)")])
    var request: RequestStep
    switch mechanism {
    case .session: request = post(user, "https://app.test/logout")
    case .jwt, .listedJWT:
      request = post(user, "https://api.test/logout")
      request.bearer = Template(parts: [.capture("access\(user)")])
      request.form = [TemplatePair("refresh_token", refresh)]
    case .oauth:
      request = post(user, "https://idp.test/revoke")
      request.form =
        Self.form([("client_id", "phone-app")]) + [TemplatePair("token", refresh)]
    }
    return Step(id: "\(Part.signOut.rawValue)-\(user)", action: .request(request))
  }

  private func post(_ user: Int, _ url: String) -> RequestStep {
    RequestStep(client: user, method: "POST", url: Template(url))
  }

  private static func form(_ fields: [(String, String)]) -> [TemplatePair] {
    fields.map { TemplatePair($0.0, Template($0.1)) }
  }

  private static func captures(_ user: Int) -> [Capture] {
    [
      Capture(name: "access\(user)", source: .json("access_token")),
      Capture(name: "refresh\(user)", source: .json("refresh_token")),
    ]
  }

  private static let redirect = "com.phone.app:/cb"
  /// The pair of RFC 7636, appendix B: a scripted app may repeat itself, its provider does not mind.
  private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  private static let authorization =
    "https://idp.test/authorize?response_type=code&client_id=phone-app&redirect_uri=\(redirect)"
    + "&scope=openid%20orders&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    + "&code_challenge_method=S256"
}
