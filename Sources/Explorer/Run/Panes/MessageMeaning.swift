import Trace
import Wire

/// What a message is for, in plain words: read off its fields and nothing else, so that it is true
/// in every variant and of every message that somebody changed.
struct MessageMeaning {
  private let words: Wording

  init(_ words: Wording) { self.words = words }

  // Requests.

  /// Nil where the message speaks for itself.
  func of(_ sent: SentRequest) -> String? {
    let request = sent.request
    let from = words.party(sent.from)
    let to = words.party(sent.to)
    return authorization(request, to) ?? callback(request, from, to)
      ?? grant(request) ?? service(request) ?? form(request, to)
  }

  private func authorization(_ request: Request, _ to: String) -> String? {
    guard request.url.query["client_id"] != nil, request.url.path == "/authorize" else {
      return nil
    }
    let client = request.url.query["client_id"] ?? ""
    if request.url.query["request_uri"] != nil {
      return "This is the authorization request: \(client) has handed in the details before, and "
        + "the browser brings only a reference to them."
    }
    let scopes = (request.url.query["scope"] ?? "").split(separator: " ")
    let asksWho = scopes.contains("openid")
    let rest = scopes.filter { $0 != "openid" }.joined(separator: ", ")
    let wish =
      asksWho
      ? "to learn from \(to) who is there" : "\(to) to let it act for the user"
    let what = rest.isEmpty ? "" : " (scope: \(rest))"
    return "This is the authorization request, where the flow begins: \(client) wants "
      + "\(wish)\(what)."
  }

  private func callback(_ request: Request, _ from: String, _ to: String) -> String? {
    let values = request.url.query + request.form
    let isNoGrant = values["grant_type"] == nil
    if values["code"] != nil, isNoGrant, values["iss"] != nil || isReturn(request) {
      return "This is the authorization response: \(from) brings \(to) the code that the provider "
        + "has given out, a ticket that is good once."
    }
    if let error = values["error"], isReturn(request) {
      return "\(from) brings \(to) an error where a code was expected: \(error)."
    }
    return nil
  }

  private func isReturn(_ request: Request) -> Bool { request.url.path.hasSuffix("/cb") }

  private func grant(_ request: Request) -> String? {
    guard let grant = request.form["grant_type"] else { return nil }
    switch grant {
    case "authorization_code":
      return "This is the token request: here is the code, tokens are wanted for it."
    case "refresh_token":
      return "Here is the refresh token; a new access token is wanted for it."
    case "client_credentials":
      return "A token is wanted in the client's own name; no user is involved."
    case "password":
      return "The user's own password is handed over to get tokens."
    case "urn:ietf:params:oauth:grant-type:device_code":
      return "Has somebody agreed in the meantime? The device asks until they have."
    case "urn:ietf:params:oauth:grant-type:token-exchange":
      return "Here is one token; another one is wanted in its place."
    default: return nil
    }
  }

  private func service(_ request: Request) -> String? {
    switch request.url.path {
    case "/jwks":
      return "It wants the public keys, to verify signatures with."
    case "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server":
      return "It wants to know where the endpoints are (discovery)."
    case "/userinfo":
      return "It wants to know about the user; the access token gives it leave to."
    case "/introspect":
      return "Is a token still good, and for whom? This is introspection."
    case "/revoke": return "A token is to be worthless from now on (revocation)."
    case "/par":
      return "It hands the authorization request over directly, past the browser (PAR)."
    case "/device_authorization":
      return "A device without a keyboard wants a code that a person can type elsewhere."
    case "/backchannel-logout":
      return "Somebody has signed out; this tells it from server to server."
    default: return nil
    }
  }

  private func form(_ request: Request, _ to: String) -> String? {
    let form = request.form
    if form["password"] != nil, form["grant_type"] == nil, form["user"] != nil {
      return "Somebody types a name and a password into the form of \(to)."
    }
    if let decision = form["decision"] {
      return "The user decides what the client may do: \(decision)."
    }
    return nil
  }

  // Answers.

  func of(_ received: ReceivedResponse) -> String? {
    let response = received.response
    if let location = response.headers["Location"], let url = WireURL(location) {
      return redirect(url) ?? cookies(response)
    }
    return json(response) ?? page(response) ?? cookies(response)
  }

  private func redirect(_ url: WireURL) -> String? {
    let query = url.query
    if query["client_id"] != nil, url.path == "/authorize" {
      return "It sends the browser to \(url.host) with a question: who is there?"
    }
    if query["code"] != nil {
      return "It sends the browser back to \(url.host) with a code. The code is no token yet: the "
        + "client has to trade it in."
    }
    if let error = query["error"] {
      return "It sends the browser back to \(url.host) with an error: \(error)."
    }
    return nil
  }

  private func json(_ response: Response) -> String? {
    guard let object = response.json?.object else { return nil }
    if object["access_token"] != nil { return tokens(object) }
    if object["keys"] != nil {
      return "These are its public keys: they verify signatures, and cannot make any."
    }
    if let active = object["active"]?.bool {
      return active
        ? "The token is good, and this is what it stands for." : "The token is worth nothing."
    }
    if object["token_endpoint"] != nil {
      return "This is where its endpoints are, and what it can do."
    }
    if let subject = object["sub"]?.string {
      return "This is what it says about the user: \(subject)."
    }
    if object["device_code"] != nil {
      return "The device shows the user code on its screen and waits."
    }
    if object["request_uri"] != nil {
      return "It keeps the request and gives out a reference to it."
    }
    return nil
  }

  private func tokens(_ object: JSONObject) -> String {
    var parts = ["an access token, which opens an API"]
    if object["id_token"] != nil { parts.append("an ID token, which says who the user is") }
    if object["refresh_token"] != nil {
      parts.append("a refresh token, which gets new access tokens")
    }
    return "It gives out " + Self.list(parts) + "."
  }

  private static func list(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts.joined() }
    return parts.dropLast().joined(separator: "; ") + "; and " + parts[parts.count - 1]
  }

  private func page(_ response: Response) -> String? {
    guard response.status < 400, let title = Wording.pageText(response) else { return nil }
    return "The browser shows the page \"\(title)\"."
  }

  private func cookies(_ response: Response) -> String? {
    let set = response.headers.all("Set-Cookie").compactMap { try? SetCookie.parse($0) }
    let kept = set.filter { !$0.deletes }.map(\.name)
    let gone = set.filter(\.deletes).map(\.name)
    var parts: [String] = []
    if !kept.isEmpty {
      parts.append(
        "The browser is to keep the cookie\(kept.count == 1 ? "" : "s") "
          + "\(kept.joined(separator: ", ")) and to send \(kept.count == 1 ? "it" : "them") along "
          + "from now on.")
    }
    if !gone.isEmpty {
      parts.append(
        "The browser is to throw away the cookie\(gone.count == 1 ? "" : "s") "
          + "\(gone.joined(separator: ", ")).")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
