import Simulation
import Trace
import Wire

/// One thing that somebody at the desk does; `$name` stands for what an earlier act has captured.
struct Act: Sendable {
  private let action: Action

  /// A request; at the provider, where the URL has no host.
  init(
    _ method: String, _ url: String, form: [(String, String)] = [],
    headers: [(String, String)] = [], bearer: String? = nil, dpop: StepProof? = nil,
    until: String? = nil, fill: [(String, String)] = [],
    capture: [(String, CaptureSource)] = []
  ) {
    let whole = url.hasPrefix("http") ? url : "https://idp.test" + url
    var request = RequestStep(client: 0, method: method, url: Self.template(whole))
    request.form = form.map { TemplatePair($0.0, Self.template($0.1)) }
    request.headers = headers.map { TemplatePair($0.0, Self.template($0.1)) }
    request.bearer = bearer.map(Self.template)
    request.proof = dpop
    if let until { request.follow = .until(until) } else if !fill.isEmpty { request.follow = .all }
    request.fill = fill.map { TemplatePair($0.0, Template($0.1)) }
    request.captures = capture.map { Capture(name: $0.0, source: $0.1) }
    action = .request(request)
  }

  private init(_ action: Action) { self.action = action }

  static func wait(_ seconds: Int64) -> Act { Act(.wait(TimeSpan(seconds: seconds))) }

  static func set(_ setting: Setting) -> Act { Act(.set([setting])) }

  /// A script in a page of the shop, which has to be open, asks another server.
  static func script(
    _ method: String, _ url: String, bearer: String, dpop: StepProof? = nil
  ) -> Act {
    var fetch = FetchAct(method: method, url: Template(url))
    fetch.bearer = template(bearer)
    fetch.proof = dpop
    fetch.credentials = .omit
    return Act(.run(ScriptStep(client: 0, page: "https://shop.test/login", act: .fetch(fetch))))
  }

  /// A JWT signed with the key of the client `signer`; `$name` from then on.
  static func sign(
    _ name: String, claims: [(String, String)], header: [(String, String)] = [],
    by signature: ForgedSignature = .own(inHeader: false)
  ) -> Act {
    Act(
      .forge(
        ForgeStep(
          from: Template("eyJhbGciOiJFUzI1NiJ9.e30."), header: header.map { Pair($0.0, $0.1) },
          claims: claims.map { Pair($0.0, $0.1) }, signature: signature, name: name, by: 1)))
  }

  func step(_ id: String) -> Step { Step(id: id, action: action) }

  static func template(_ text: String) -> Template {
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
    var parts: [Template.Part] = pieces.first.map { $0.isEmpty ? [] : [.text(String($0))] } ?? []
    for piece in pieces.dropFirst() {
      let name = piece.prefix { $0.isLetter || $0 == "-" }
      parts.append(.capture(String(name)))
      if name.endIndex < piece.endIndex { parts.append(.text(String(piece[name.endIndex...]))) }
    }
    return Template(parts: parts)
  }
}

// What many tables begin with.
extension Act {
  static let challenge =
    "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"

  /// Alice signs in and agrees; the app has a code.
  static func code(scope: String = "openid%20profile", more: String = "") -> Act {
    Act(
      "GET",
      "/authorize?response_type=code&client_id=app&redirect_uri=com.app:/cb&scope=\(scope)"
        + challenge + more, until: "com.app:/cb",
      fill: [("user", "alice"), ("password", "looking-glass"), ("decision", "allow")],
      capture: [("code", .redirectParameter("code"))])
  }

  static func redeem(dpop: StepProof? = nil) -> Act {
    Act(
      "POST", "/token",
      form: [
        ("grant_type", "authorization_code"), ("client_id", "app"), ("code", "$code"),
        ("redirect_uri", "com.app:/cb"), ("code_verifier", verifier),
      ], dpop: dpop,
      capture: [
        ("access", .json("access_token")), ("refresh", .json("refresh_token")),
        ("identity", .json("id_token")), ("proof", .sent("DPoP")),
      ])
  }

  /// The app has Alice's tokens: `$access`, `$refresh`, `$identity`.
  static let tokens = [code(), redeem()]

  /// The program `shop` has a token of its own: `$own`.
  static let own = Act(
    "POST", "/token", form: [("grant_type", "client_credentials"), ("scope", "orders")],
    headers: [Desk.shop], capture: [("own", .json("access_token"))])

  /// A device waits: `$device` and `$user`.
  static let device = Act(
    "POST", "/device_authorization", form: [("client_id", "app"), ("scope", "profile")],
    capture: [("device", .json("device_code")), ("user", .json("user_code"))])

  static func poll(_ client: String = "app") -> Act {
    Act(
      "POST", "/token",
      form: [
        ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", client),
        ("device_code", "$device"),
      ])
  }

  /// Alice types the device's code and decides.
  static func decide(_ decision: String) -> Act {
    Act(
      "POST", "/device", form: [("user_code", "$user")],
      fill: [("user", "alice"), ("password", "looking-glass"), ("decision", decision)])
  }
}
