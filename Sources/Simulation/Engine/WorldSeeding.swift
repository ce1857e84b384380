import Cryptography
import Synchronization
import Tokens
import Trace
import Wire

extension Run {
  /// Accounts and registered clients that are there before the first step.
  func seedRows() {
    for user in scenario.world.users { seedUser(user) }
    for server in world.servers {
      for provider in server.providers { seedClient(server, at: provider) }
    }
    for server in world.servers where server.role == .api && server.asksItsProvider {
      seedCaller(server)
    }
  }

  private func seedUser(_ user: UserSpec) {
    guard let server = world.servers.firstIndex(where: { $0.name == user.server }),
      world.has(.users, server: server)
    else { return }
    register(.password, user.password, from: nil)
    let salt = "\(user.name)@\(user.server)"
    var row = [
      Pair("role", user.role), Pair("password", PasswordRecord.make(user.password, salt: salt)),
      Pair("salt", salt), Pair("token_version", "1"),
    ]
    if let email = user.email {
      row.append(Pair("email", email))
      if !user.isEmailVerified { row.append(Pair("email_verified", "false")) }
    }
    if !user.codes.isEmpty {
      for code in user.codes { register(.password, code, from: nil) }
      let hashes = user.codes.map { Base64.url(Digest.sha256.hash(Array($0.utf8))) }
      row.append(Pair("codes", hashes.joined(separator: " ")))
    }
    place(row, RowKey(user.name), .users, server)
  }

  /// An OAuth client is registered at its provider before anything starts (RFC 6749 2).
  private func seedClient(_ client: ServerSpec, at provider: String) {
    guard let provider = world.servers.firstIndex(where: { $0.name == provider }) else { return }
    guard world.has(.clients, server: provider) else {
      // An attacker's server has no table of clients, and is told a secret all the same.
      if !client.role.isPublicClient { _ = credentials(of: client, at: world.servers[provider]) }
      return
    }
    var row = [
      Pair("type", client.role.isPublicClient ? "public" : "confidential"),
      Pair("redirect_uri", registeredRedirectURI(of: client, at: world.servers[provider])),
      Pair("scope", client.scopes.joined(separator: " ")),
      Pair("grants", client.grants.map(\.parameter).joined(separator: " ")),
    ]
    if client.boundTokens { row.append(Pair("dpop_bound", "true")) }
    if !client.role.isPublicClient {
      row += [
        credentials(of: client, at: world.servers[provider]),
        Pair("post_logout_redirect_uri", client.byeURI),
        Pair("backchannel_logout_uri", client.origin.origin + "/backchannel-logout"),
      ]
    }
    place(row, RowKey(client.name), .clients, provider)
  }

  /// An API that asks about tokens is known to the provider too (RFC 7662 2.1).
  private func seedCaller(_ api: ServerSpec) {
    guard let provider = world.servers.firstIndex(where: { $0.name == api.trusts }),
      world.has(.clients, server: provider)
    else { return }
    place(
      [
        Pair("type", "api"), Pair("audience", api.origin.origin),
        Pair("grants", api.grants.map(\.parameter).joined(separator: " ")),
        Pair("scope", api.scopes.joined(separator: " ")),
        credentials(of: api, at: world.servers[provider]),
      ], RowKey(api.name), .clients, provider)
  }

  private func registeredRedirectURI(of client: ServerSpec, at provider: ServerSpec) -> String {
    client.role == .oauthClient
      ? redirectURI(of: client, at: provider) : client.registeredRedirectURI
  }

  /// Where a client waits for a provider's answers: at one address for all, or at one for each.
  func redirectURI(of client: ServerSpec, at provider: ServerSpec?) -> String {
    guard let provider, client.providers.count > 1, client.role == .oauthClient,
      !isOff("callback-per-provider")
    else { return client.redirectURI }
    return client.redirectURI + "/" + provider.name
  }

  /// What the provider keeps to know a client by: the hash of a secret, or a public key.
  private func credentials(of client: ServerSpec, at provider: ServerSpec) -> Pair {
    switch client.authenticates {
    case .secret:
      let secret = clientSecret(of: client, at: provider)
      register(.clientSecret, secret, from: nil)
      return Pair("secret", Base64.url(Digest.sha256.hash(Array(secret.utf8))))
    case .privateKey:
      let set = JWKSet([ClientAssertion.key(of: client)]).publicPart
      guard let json = try? set.json() else { preconditionFailure("own keys have a JSON form") }
      return Pair("jwks", JSONValue.object(json).text())
    }
  }

  /// The secret that a confidential client and a provider agreed on at registration: another one
  /// with each provider, so that none of them can pose as the client at the others.
  func clientSecret(of client: ServerSpec, at provider: ServerSpec?) -> String {
    if let secret = client.secret { return secret }
    let isUsual = provider.map { client.providers.first ?? $0.name == $0.name } ?? true
    let place = isUsual ? "" : "|\(provider?.name ?? "")"
    return Base64.url(
      Digest.sha256.hash(Array("\(seed)|client-secret|\(client.name)\(place)".utf8)).prefix(24))
  }

  private func place(_ row: Row, _ key: RowKey, _ table: Table, _ server: Int) {
    let store = world.storeID(table, at: Seat(server: server, instance: 1))
    world.stores[Int(store.index)][key.text] = StoredRow(key: key, row: row)
    trace.initialRows.append(StoreChange(store: store, key: key, before: nil, after: row))
  }

  func passwordMatches(_ password: String, _ row: Row) -> Bool {
    emit(.crypto(CryptoUse(operation: .passwordHash, algorithm: "scrypt")))
    return PasswordRecord.matches(password, row)
  }
}

extension ServerSpec {
  /// Whether an API asks its provider about tokens, or for others.
  var asksItsProvider: Bool { verify == .introspection || !grants.isEmpty }

  /// The one redirect URI where it waits for answers.
  var redirectURI: String { origin.host.isEmpty ? origin.scheme + ":/cb" : origin.origin + "/cb" }

  /// As it is registered: an app does not know which port its device will give it (RFC 8252 7.3).
  var registeredRedirectURI: String {
    guard role == .nativeApp, origin.isLoopback else { return redirectURI }
    var portless = origin
    portless.port = nil
    return portless.origin + "/cb"
  }
}

/// Password hashes by scrypt with a small declared cost, remembered for each password and salt.
enum PasswordRecord {
  private struct Key: Hashable {
    let password: String
    let salt: String
  }

  private static let known = Mutex<[Key: String]>([:])

  /// Whether the password is the account's, looked at without a cost: for the record.
  static func matches(_ password: String, _ account: Row) -> Bool {
    guard let stored = account["password"], let salt = account["salt"] else { return false }
    return make(password, salt: salt) == stored
  }

  static func make(_ password: String, salt: String) -> String {
    let key = Key(password: password, salt: salt)
    if let hash = known.withLock({ $0[key] }) { return hash }
    let cost = ScryptCost.simulation
    let bytes =
      (try? PasswordHash.scrypt(
        Array(password.utf8), salt: Array(salt.utf8), cost: cost)) ?? []
    precondition(bytes.count == 32, "scrypt with the simulation's cost cannot fail")
    let text = "$scrypt$n=\(cost.n),r=\(cost.r),p=\(cost.p)$\(Base64.url(bytes))"
    known.withLock { known in
      if known.count >= 4096 { known.removeAll() }
      known[key] = text
    }
    return text
  }
}
