import Wire

/// The endpoints of one role, by method and path.
struct Routes: Sendable {
  struct Route: Sendable {
    let method: String
    let path: String
    let endpoint: Endpoint

    /// Whether it answers there; a star at the end stands for one name.
    func serves(_ path: String) -> Bool {
      guard self.path.hasSuffix("/*") else { return self.path == path }
      let start = self.path.dropLast()
      return path.hasPrefix(start) && path.utf8.count > start.utf8.count
        && !path.dropFirst(start.count).contains("/")
    }
  }

  let list: [Route]
  /// What is asked for where nothing is: a page for browsers, JSON for programs.
  let answersInJSON: Bool
  /// Answers whatever has no endpoint of its own.
  let everywhere: Endpoint?
  /// What runs in the browser as soon as a page of that path is there, or as soon as its window is
  /// sent a `message`.
  let scripts: [Route]

  init(
    json: Bool, _ list: [Route], everywhere: Endpoint? = nil, scripts: [Route] = []
  ) {
    self.list = list
    answersInJSON = json
    self.everywhere = everywhere
    self.scripts = scripts
  }

  subscript(method: String, path: String) -> Endpoint? {
    list.first { $0.method == method && $0.serves(path) }?.endpoint
      ?? everywhere
  }

  func script(on path: String) -> Endpoint? { scripts.first { $0.path == path }?.endpoint }

  /// 404, or 405 with Allow where the path exists under another method (RFC 9110 15.5.6).
  func unknown(_ request: Request) -> Response {
    let methods = list.filter { $0.serves(request.url.path) }.map(\.method)
    let status = methods.isEmpty ? 404 : 405
    var response =
      answersInJSON
      ? JSONResponse.make(status, ["error": "not_found"])
      : Page(title: "Error \(status)", paragraphs: ["There is no such page."])
        .response(status: status)
    if !methods.isEmpty { response.headers.append("Allow", methods.joined(separator: ", ")) }
    return response
  }

  static func of(_ role: ServerRole) -> Routes {
    switch role {
    case .webApp: SessionApp.routes
    case .api: TokenAPI.routes
    case .gateway: Gateway.routes
    case .oauthClient: RelyingParty.routes
    case .nativeApp: NativeApp.routes
    case .browserApp: BrowserApp.routes
    case .provider: Provider.routes
    case .site: ForeignSite.routes
    case .attacker: HostileServer.routes
    case .proxy: ReverseProxy.routes
    case .backend: BehindProxy.routes
    }
  }
}

func route(_ method: String, _ path: String, _ endpoint: Endpoint) -> Routes.Route {
  Routes.Route(method: method, path: path, endpoint: endpoint)
}
