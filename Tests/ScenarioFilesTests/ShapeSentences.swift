import Testing

@testable import ScenarioFiles

@Suite struct ShapeSentences {
  @Test(arguments: slips)
  func `a mistake in the scenario is told at its word`(slip: Slip) {
    #expect(slip.told == slip.says)
  }

  static let slips: [Slip] = [
    Slip(
      Samples.logout, [("authscope: 1\n", "")],
      ["1:1 format: the file does not begin with its format; the first line is: authscope: 1"]),
    Slip(
      Samples.logout, [("authscope: 1", "authscope: 2")],
      [
        "1:12 newer-format: the file is written in format 2, this program reads format 1; get authscope 2.0 or later; each release reads the format of its number"
      ]),
    Slip(
      Samples.logout, [("authscope: 1", "authscope: one")],
      ["1:12 format: one is no format of the language; the first line is: authscope: 1"]),
    Slip(
      Samples.logout, [("authscope: 1\nid", "x-note: 7\nauthscope: 1\nid")],
      ["1:1 format: the file does not begin with its format; the first line is: authscope: 1"]),
    Slip(
      Samples.logout, [("title: Logging", "titel: Logging")],
      ["3:1 unknown-key: titel is no key here; did you mean title?"]),
    Slip(
      Samples.logout, [("title: Logging out must end the session on the server", "title: ")],
      ["3:7 type: expected text, found nothing"]),
    Slip(
      Samples.logout, [("title: Logging out must end the session on the server", "title: [a]")],
      ["3:8 type: expected text, found a list"]),
    Slip(
      Samples.logout, [("id: session/logout-revocation", "id: session/logout/x")],
      ["2:5 name: session/logout/x is no id for a scenario; group/name, as session/login"]),
    Slip(
      Samples.logout, [("shows: [S1, S5, S7]", "shows: [S1, S11]")],
      ["4:13 unknown-claim: no claim is called S11; did you mean S1?"]),
    Slip(
      Samples.logout, [("shows: [S1, S5, S7]", "shows: S1")],
      ["4:8 type: expected a list, found text"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: seven")],
      ["5:7 type: expected a whole number, found seven"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: -1")],
      ["5:7 range: -1 is not between 0 and 2147483647"]),
    Slip(
      Samples.logout, [("seed: 7", "seed: 7\nhints: none")],
      [
        "6:1 unknown-key: hints is no key here; known here: authscope, id, title, about, specs, shows, seed, opens, include, world, steps, secure-if, attack, variants, challenge"
      ]),
    Slip(
      Samples.logout, [("opens: cookie-only-logout", "opens: cookie-only")],
      [
        "6:8 unknown-variant: no variant is called cookie-only; there are: cookie-only-logout, unshared-stores"
      ]),
    Slip(
      Samples.logout, [("secure-if: replay.status == 303\n", "")],
      [
        "41:9 attack: an attack needs secure-if, which says whether it succeeded; secure-if: STEP.status == 403"
      ]),
    Slip(
      Samples.logout, [("secure-if: replay.status == 303", "secure-if: status == 303")],
      [
        "41:12 predicate: status does not say of which step; put the step's id and a dot before it: replay.status"
      ]),
    Slip(
      Samples.logout,
      [
        (
          "attack: { baseline: cookie-only-logout, stopped-by: [{ defence: revoke-on-logout, check: session-known }] }",
          "attack: { baseline: cookie-only-logout }"
        )
      ],
      [
        "42:9 attack: the attack does not say what stops it; stopped-by: [{ defence: pkce, check: verifier-matches }], or residual: true"
      ]),
    Slip(
      Samples.logout, [("check: session-known }] }", "check: session-known }], residual: true }")],
      ["42:53 attack: a residual attack is stopped by nothing; remove stopped-by, or residual"]),
    Slip(
      Samples.logout, [("check: session-known", "check: session-unknown")],
      ["42:90 unknown-check: no check is called session-unknown; did you mean session-known?"]),
    Slip(
      Samples.logout,
      [
        (
          "{ defence: revoke-on-logout, check: session-known }",
          "{ defence: pkce, level: all, check: session-known }"
        )
      ],
      ["42:78 unknown-level: all is no level of pkce; true, false, or one of off, sent, required"]),
    Slip(
      Samples.logout, [("baseline: cookie-only-logout", "baseline: cookie")],
      [
        "42:21 unknown-variant: no variant is called cookie; there are: cookie-only-logout, unshared-stores"
      ]),
    Slip(
      Samples.logout, [("    set: { defences.revoke-on-logout: false }", "    set: {}")],
      ["45:10 variant: the variant changes nothing; set: { defences.pkce: off }"]),
    Slip(
      Samples.logout, [("    set: { defences.revoke-on-logout: false }\n", "")],
      ["45:5 missing-key: set is missing; set: settings, as defences.pkce: off"]),
    Slip(
      Samples.logout,
      [("set: { defences.revoke-on-logout: false }", "set: { defence.revoke-on-logout: false }")],
      [
        "45:12 unknown-setting: defence.revoke-on-logout cannot be set; defences.ID, stores.NAME.shared, servers.NAME.count and the like"
      ]),
    Slip(
      Samples.logout,
      [("set: { defences.revoke-on-logout: false }", "set: { defences.revoke: false }")],
      [
        "45:21 unknown-defence: no defence is called revoke; there are: revoke-on-logout, state-sent, state-checked, state-bound-to-browser, nonce, pkce, same-site"
      ]),
    Slip(
      Samples.logout,
      [("set: { defences.revoke-on-logout: false }", "set: { defences.revoke-on-logout: flase }")],
      ["45:39 unknown-level: flase is no level of revoke-on-logout; true, false, or one of off, on"]
    ),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "stores.app.shared: false")],
      ["49:19 unknown-store: no store is called app; there are: sessions"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "stores.sessions.share: false")],
      ["49:28 unknown-key: share is no key here; did you mean shared?"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "stores.sessions.shared: no")],
      ["49:36 type: expected true or false, found no"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.ap.count: 2")],
      ["49:20 unknown-server: no server is called ap; did you mean app?"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.app.count: many")],
      ["49:31 type: expected a whole number, found many"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.app.count: 0")],
      ["49:31 range: 0 is not between 1 and 64"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.app.balance: random")],
      ["49:33 unknown-word: random is not one of round-robin, sticky"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.app.algorithm: none")],
      ["49:35 unknown-word: none is not one of HS256, RS256, ES256, Ed25519"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.app.idle-timeout: soon")],
      ["49:38 duration: soon is no length of time; a whole number and a unit: 30s, 15m, 12h, 30d"]),
    Slip(
      Samples.logout, [("stores.sessions.shared: false", "servers.app.url: x")],
      [
        "49:24 unknown-key: url is no key here; known here: count, balance, algorithm, tokens, verify, condition, encryption, extensions, tls, sessions, transaction-cookie, response-mode, groups, access-lifetime, refresh-lifetime, idle-timeout, absolute-timeout, code-lifetime, introspection-cache, refresh-grace, leeway, clock-ahead, clock-drift"
      ]),
    Slip(
      Samples.logout,
      [("expect: { replay: [status == 200] }", "expect: { reply: [status == 200] }")],
      ["46:15 unknown-step: no step is called reply; did you mean replay?"]),
    Slip(
      Samples.logout, [("expect: { replay: [status == 200] }", "expect: [status == 200]")],
      ["46:13 type: expected a mapping of steps, found a list"]),
    Slip(
      Samples.logout, [("  cookie-only-logout:\n", "  cookie only logout:\n")],
      [
        "6:8 unknown-variant: no variant is called cookie-only-logout; did you mean cookie only logout?",
        "42:21 unknown-variant: no variant is called cookie-only-logout; did you mean cookie only logout?",
        "44:3 name: cookie only logout is no name for a variant; a letter, then letters, digits, hyphens and underscores",
      ]),
    Slip(
      Samples.linkCSRF, [("allow: [request, deliver]", "allow: [request, fly]")],
      [
        "59:20 unknown-word: fly is not one of request, deliver, steal, tamper, forge, wait, set, predict, run, repeat, note"
      ]),
    Slip(
      Samples.linkCSRF, [("allow: [request, deliver]", "allow: [request]")],
      [
        "61:20 challenge: the solution's step callback is a deliver step, which is not allowed; add deliver to allow"
      ]),
    Slip(
      Samples.linkCSRF, [("solution: [bait, callback]", "solution: [bait, call]")],
      [
        "61:20 unknown-step: no step is called call; there are: victim, bait, wait-30s, predict-callback, callback"
      ]),
    Slip(
      Samples.linkCSRF, [("  goal: store shop links.alice == mallory@idp\n", "")],
      ["57:3 missing-key: goal is missing; goal: a predicate over the whole run"]),
  ]
}
