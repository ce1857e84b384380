import Simulation
import Testing

/// Every scenario that the plan of the library names, and where it is: a file, a variant of one
/// (`file#variant`), or a step in one (`file/step`).
private let register: [String: String] = [
  // Sessions.
  "session/login": "session/login", "session/logout-revocation": "session/logout-revocation",
  "session/password-reset": "session/password-reset", "session/incident": "session/incident",
  "session/fixation": "session/fixation", "session/timeouts": "session/timeouts",
  "session/csrf": "session/csrf", "session/xss-theft": "session/xss-theft",
  "session/secure-flag": "session/secure-flag", "session/scaling": "session/scaling",
  "session/cross-domain": "session/cross-domain",
  "session/microservices": "session/microservices", "session/weak-ids": "session/weak-ids",
  "session/cookie-tossing": "session/cookie-tossing",
  "session/store-leak": "session/store-leak", "session/remember-me": "session/remember-me",
  // JWTs.
  "jwt/issue-and-verify": "jwt/issue-and-verify", "jwt/asymmetric": "jwt/asymmetric",
  "jwt/key-rotation": "jwt/key-rotation", "jwt/refresh": "jwt/refresh",
  "jwt/rotation": "jwt/refresh#rotation-alone",
  "jwt/rotation, innocent parallel tabs": "oauth/refresh#grace",
  "jwt/revocation-strategies": "jwt/revocation-strategies", "jwt/long-lived": "jwt/long-lived",
  "jwt/alg-none": "jwt/alg-none",
  "jwt/stripped-signature": "jwt/unverified-claims#only-if-there",
  "jwt/unverified-claims": "jwt/unverified-claims", "jwt/key-confusion": "jwt/key-confusion",
  "jwt/weak-secret": "jwt/weak-secret", "jwt/embedded-jwk": "jwt/embedded-jwk",
  "jwt/jku": "jwt/embedded-jwk/jku", "jwt/kid-traversal": "jwt/kid-traversal",
  "jwt/audience": "jwt/audience", "jwt/token-kinds": "jwt/token-kinds",
  "jwt/readable-payload": "jwt/readable-payload",
  "jwt/readable-payload, encrypted": "jwt/readable-payload#in-an-envelope",
  "jwt/wrapped": "jwt/wrapped", "jwt/duplicate-claims": "jwt/duplicate-claims",
  "jwt/blocklist-evasion": "jwt/blocklist-evasion", "jwt/clock": "jwt/clock",
  "jwt/localstorage-xss": "jwt/localstorage-xss", "jwt/size": "jwt/size",
  "jwt/critical-header": "jwt/critical-header", "jwt/bombs": "jwt/bombs",
  // OAuth.
  "oauth/code-flow": "oauth/code-flow", "oauth/oidc-login": "oauth/oidc-login",
  "oauth/delegated-api": "oauth/delegated-api", "oauth/refresh": "oauth/refresh",
  "oauth/link-csrf": "oauth/link-csrf", "oauth/forced-link": "oauth/forced-link",
  "oauth/login-loop": "oauth/login-loop", "oauth/code-interception": "oauth/code-interception",
  "oauth/code-injection": "oauth/code-injection", "oauth/code-replay": "oauth/code-replay",
  "oauth/redirect-uri": "oauth/redirect-uri", "oauth/pkce-downgrade": "oauth/pkce-downgrade",
  "oauth/mix-up": "oauth/mix-up", "oauth/referer-leak": "oauth/referer-leak",
  "oauth/history-leak": "oauth/history-leak",
  "oauth/confused-deputy": "oauth/oidc-login#access-token-only",
  "oauth/refresh-theft": "jwt/refresh#no-rotation",
  "oauth/credentials-307": "oauth/credentials-307",
  "oauth/client-as-user": "oauth/client-as-user",
  "oauth/account-takeover": "oauth/account-takeover",
  "oauth/audience-injection": "oauth/audience-injection",
  "oauth/client-credentials": "oauth/client-credentials",
  "oauth/device-code": "oauth/device-code", "oauth/introspection": "oauth/introspection",
  "oauth/revocation": "oauth/revocation", "oauth/dpop": "oauth/dpop", "oauth/par": "oauth/par",
  "oauth/token-exchange": "oauth/token-exchange", "oauth/step-up": "oauth/step-up",
  "oauth/password-grant": "oauth/password-grant", "oauth/logout": "oauth/logout",
  "oauth/silent-login": "oauth/silent-login",
  "oauth/open-redirector": "oauth/open-redirector",
  "oauth/open-redirector, at the provider": "oauth/open-redirector#provider-redirects",
  "oauth/state-fixation": "oauth/state-fixation",
  "oauth/issuer-mismatch": "oauth/issuer-mismatch",
  "oauth/counterfeit-api": "oauth/counterfeit-api", "oauth/implicit": "oauth/implicit",
  "oauth/proxy-headers": "oauth/proxy-headers", "oauth/post-message": "oauth/post-message",
  "oauth/clickjacking": "oauth/clickjacking", "oauth/spa-and-bff": "oauth/spa-and-bff",
  "oauth/login-loop, form_post with Lax": "oauth/login-loop#form-post-lax",
  "oauth/login-loop, http behind a proxy": "oauth/login-loop#proxy-ignored",
  "oauth/login-loop, oversized cookie": "oauth/login-loop#oversized",
  "oauth/login-loop, clock": "oauth/login-loop#clock",
  // All together.
  "combined/production": "combined/production", "combined/three-ways": "combined/three-ways",
  "combined/decision D1": "combined/decision-delegation",
  "combined/decision D2": "combined/decision-server-rendered",
  "combined/decision D3": "combined/decision-api",
  "combined/decision D4": "combined/decision-microservices",
  "combined/decision D5": "combined/decision-production",
]

/// Named by the plan and given up, with the reason on the library's page.
private let leftOut: Set<String> = ["jwt/psychic"]

@Suite struct `The plan of the library` {
  @Test(arguments: register.keys.sorted())
  func `is kept: what it names is there`(name: String) throws {
    let place = try #require(register[name])
    let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
    let path = parts[0].split(separator: "/").map(String.init)
    let scenario = try Library.scenario(path.prefix(2).joined(separator: "/"))
    if parts.count == 2 {
      #expect(scenario.variant(named: parts[1]) != nil, "\(place)")
    } else if path.count == 3 {
      #expect(scenario.allSteps.contains { $0.id == path[2] }, "\(place)")
    } else {
      #expect(
        !name.hasPrefix("combined/decision") || scenario.shows.contains(String(name.suffix(2))))
    }
  }

  @Test func `keeps what was given up apart from the rest`() {
    #expect(leftOut.isDisjoint(with: register.keys))
    #expect(leftOut.isDisjoint(with: Library.ids))
  }

  @Test func `has a place for whatever is in the library`() {
    // Besides the plan: how servers say no, and what the plan has as a part of another.
    let besides: Set<String> = ["session/login-csrf", "oauth/outage"]
    let places = register.values.map { $0.prefix { $0 != "#" } }
    let unknown = Library.ids.filter { id in
      !places.contains { $0 == id || $0.hasPrefix(id + "/") }
        && !id.contains("/refusals") && !besides.contains(id)
    }
    // What somebody adds is welcome, and wants a line in the register.
    #expect(unknown == [])
  }
}
