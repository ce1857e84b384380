import Testing

@testable import ScenarioFiles

@Suite struct WorldSentences {
  @Test(arguments: slips)
  func `a mistake in the world is told at its word`(slip: Slip) {
    #expect(slip.told == slip.says)
  }

  /// An attacker's server with these answers.
  private static func evil(_ answers: String, says: () -> String) -> Slip {
    let server = "    evil: { role: attacker, url: https://evil.test, answers: \(answers) }\n"
    return Slip(Samples.logout, [("    app: {", server + "    app: {")], [says()])
  }

  static let slips: [Slip] = [
    Slip(
      Samples.logout,
      [
        (
          "    app: {",
          "    evil: { role: web-app, url: https://evil.test, answers: { GET /: {} } }\n    app: {"
        )
      ],
      [
        "11:61 role: only a server whose role is attacker answers what the scenario says; role: attacker, or remove answers"
      ]),
    evil("{ GET /cb: { page: Hello., redirect: https://evil.test } }") {
      "11:73 answers: an answer is a redirect, a page or JSON; keep one of them"
    },
    evil("{ GET /cb: { keep: { code: query } } }") {
      "11:89 unknown-field: query is no part of a request that can be kept; query.NAME, form.NAME, header.NAME, cookie.NAME, referer.NAME, address, method, path or body"
    },
    evil("{ PATCH /cb: {} }") { "11:64 unknown-word: PATCH is not one of GET, POST" },
    evil("{ /cb: {} }") { "11:64 form: this is not of the form: METHOD /PATH" },
    Slip(
      Samples.logout, [("password: wonderland } }\n  stores", "password: short } }\n  stores")],
      [
        "8:40 short-secret: a secret of 5 characters, eight are the least; short texts are found by chance where secrets are looked for"
      ]),
    Slip(
      Samples.logout, [("alice: { at: app,", "alice: {")],
      [
        "8:12 missing-key: the account of alice belongs to no server; at: SERVER, or the key alice@SERVER"
      ]),
    Slip(
      Samples.logout, [("alice: { at: app,", "alice@app: { at: app,")],
      ["8:12 user: alice@app names its server already; remove at, or the part from @ on"]),
    Slip(
      Samples.logout, [("alice: { at: app,", "alice@ap: {")],
      ["8:18 unknown-server: no server is called ap; did you mean app?"]),
    Slip(
      Samples.logout, [("alice: { at: app,", "2alice: { at: app,")],
      [
        "8:12 name: 2alice is no name for a user; a letter, then letters, digits, hyphens and underscores",
        "12:30 unknown-user: no user is called alice; did you mean 2alice?",
      ]),
    Slip(
      Samples.logout, [("alice: { at: app,", "alice: { at: ap,")],
      ["8:25 unknown-server: no server is called ap; did you mean app?"]),
    Slip(
      Samples.linkCSRF,
      [
        ("alice: { at: shop,", "alice: { at: [shop, app],"),
        (
          "servers:\n    shop",
          "servers:\n    app: { role: native-app, url: com.shop:/cb, provider: idp }\n    shop"
        ),
      ],
      ["10:12 user: app keeps no accounts; put the account at its provider"]),
    Slip(
      Samples.logout, [("users: { alice: { at: app, password: wonderland } }", "users: [alice]")],
      [
        "8:10 type: expected a mapping, found a list",
        "12:30 unknown-user: no user is called alice; none is declared",
      ]),
    Slip(
      Samples.logout, [("url: https://app.test,", "url: app.test,")],
      ["11:32 url: app.test is no absolute URL; write it out: https://app.test/login"]),
    Slip(
      Samples.logout, [("url: https://app.test,", "url: https://app.test/base,")],
      [
        "11:32 url: https://app.test/base is no origin; scheme and host without a path: https://app.test"
      ]),
    Slip(
      Samples.logout, [("url: https://app.test,", "url: app.test:/base,")],
      [
        "11:32 url: app.test:/base is no absolute URL; write it out: https://app.test/login",
        "16:26 unknown-host: no server of this world answers at https://app.test; there are: app.test:",
        "25:26 unknown-host: no server of this world answers at https://app.test; there are: app.test:",
        "34:26 unknown-host: no server of this world answers at https://app.test; there are: app.test:",
      ]),
    Slip(
      Samples.logout, [("count: 2", "count: 65")],
      ["11:57 range: 65 is not between 1 and 64"]),
    Slip(
      Samples.logout, [("count: 2", "count: 02")],
      ["11:57 type: expected a whole number, found 02"]),
    Slip(
      Samples.logout, [("balance: round-robin", "balance: round-robbin")],
      [
        "11:69 unknown-word: round-robbin is not one of round-robin, sticky; did you mean round-robin?"
      ]),
    Slip(
      Samples.logout, [("store: sessions }", "store: session }")],
      [
        "9:13 idle-store: no server keeps its sessions in sessions; store: sessions, at a server",
        "11:89 unknown-store: no store is called session; did you mean sessions?",
      ]),
    Slip(
      Samples.logout, [("store: sessions }", "store: sessions, algorithm: HS265 }")],
      ["11:110 unknown-word: HS265 is not one of HS256, RS256, ES256, Ed25519; did you mean HS256?"]
    ),
    Slip(
      Samples.logout, [("store: sessions }", "store: sessions, idle-timeout: 15 }")],
      ["11:113 duration: 15 is no length of time; a whole number and a unit: 30s, 15m, 12h, 30d"]),
    Slip(
      Samples.logout, [("store: sessions }", "store: sessions, idle-timeout: 12:30 }")],
      ["11:113 duration: 12:30 is no length of time; a whole number and a unit: 30s, 15m, 12h, 30d"]
    ),
    Slip(
      Samples.logout, [("store: sessions }", "store: sessions, leway: 5s }")],
      ["11:99 unknown-key: leway is no key here; did you mean leeway?"]),
    Slip(
      Samples.logout, [("store: sessions }", "}")],
      ["9:13 idle-store: no server keeps its sessions in sessions; store: sessions, at a server"]),
    Slip(
      Samples.linkCSRF, [("provider: idp }", "}")],
      ["12:19 missing-key: provider is missing; provider: the server that signs its users in"]),
    Slip(
      Samples.linkCSRF, [("provider: idp }", "provider: idp, verify: introspection }")],
      [
        "12:93 introspection-of-nobody: an API that introspects has to say whose tokens it takes: trusts: NAME"
      ]),
    Slip(
      Samples.linkCSRF, [("provider: idp }", "provider: shop }")],
      ["12:80 role: shop is a server whose role is not provider"]),
    Slip(
      Samples.linkCSRF, [("provider: idp }", "provider: idp, api: idp }")],
      ["12:90 role: idp is a server whose role is not api"]),
    Slip(
      Samples.linkCSRF, [("provider: idp }", "provider: idp, scopes: [open id] }")],
      ["12:94 scope: open id is no scope; a list of words: [openid, profile]"]),
    Slip(
      Samples.logout, [("laptop: { user: alice }", "laptop: { user: alise }")],
      ["12:30 unknown-user: no user is called alise; did you mean alice?"]),
    Slip(
      Samples.logout, [("laptop: { user: alice }", "lap top: { user: alice }")],
      [
        "12:14 name: lap top is no name for a client; a letter, then letters, digits, hyphens and underscores",
        "16:14 unknown-client: no client is called laptop; did you mean lap top?",
        "21:28 unknown-client: no client is called laptop; did you mean lap top?",
        "25:14 unknown-client: no client is called laptop; did you mean lap top?",
      ]),
    Slip(
      Samples.logout, [("attacker: true", "attacker: yes")],
      [
        "12:60 type: expected true or false, found yes",
        "20:5 attacker: a steal step needs an attacker among the clients; clients: { mallory: { attacker: true } }",
      ]),
    Slip(
      Samples.logout, [("revoke-on-logout: true", "revoke-on-logoff: true")],
      [
        "13:15 unknown-defence: no defence is called revoke-on-logoff; did you mean revoke-on-logout?"
      ]),
    Slip(
      Samples.logout, [("revoke-on-logout: true", "revoke-on-logout: on-ish")],
      [
        "13:33 unknown-level: on-ish is no level of revoke-on-logout; true, false, or one of off, on"
      ]),
    Slip(
      Samples.logout, [("revoke-on-logout: true", "pkce: require")],
      ["13:21 unknown-level: require is no level of pkce; did you mean required?"]),
    Slip(
      Samples.logout, [("revoke-on-logout: true", "revoke-on-logout: [true]")],
      ["13:33 type: expected text, found a list"]),
    Slip(
      Samples.logout, [("defences: { revoke-on-logout: true }", "defences: revoke-on-logout")],
      ["13:13 type: expected a mapping, found text"]),
    Slip(
      Samples.linkCSRF,
      [("servers:\n", "servers:\n    idp: { role: provider, url: https://idp.test:8443 }\n")],
      [
        "12:5 declared-twice: the server idp is declared in lib/idp.yaml too; remove one of them, or do not include the file"
      ]),
    Slip(
      Samples.linkCSRF,
      [("servers:\n", "servers:\n    idp2: { role: provider, url: https://idp.test }\n")],
      ["12:34 same-origin: idp2 answers at the same URL as idp; a second scheme, host or port"]),
    Slip(
      Samples.linkCSRF,
      [
        (
          "servers:\n",
          "servers:\n    door: { role: gateway, url: https://door.test, trusts: idp }\n"
        )
      ],
      [
        "12:19 missing-key: a gateway stands between two servers; trusts: the server whose tokens it takes, api: the one that it passes requests on to"
      ]),
    Slip(
      Samples.linkCSRF,
      [("provider: idp }", "provider: idp, encryption: public-key }")],
      [
        "12:97 role: only an API has tokens encrypted to it; role: api, or remove encryption"
      ]),
    Slip(
      Samples.linkCSRF, [("include: [lib/idp.yaml]", "include: [lib/ipd.yaml]")],
      [
        "8:11 include: no file lib/ipd.yaml; the path begins at the folder of the scenarios: lib/idp.yaml"
      ]),
    Slip(
      Samples.linkCSRF, [("include: [lib/idp.yaml]", "include: [../idp.yaml]")],
      [
        "8:11 include: ../idp.yaml leaves the folder of the scenarios; a path inside of it: lib/idp.yaml"
      ]),
    Slip(
      Samples.linkCSRF, [("include: [lib/idp.yaml]", "include: [/etc/passwd]")],
      [
        "8:11 include: /etc/passwd leaves the folder of the scenarios; a path inside of it: lib/idp.yaml"
      ]),
    Slip(
      Samples.linkCSRF,
      [("users: { alice:", "users: { mallory@idp: { password: evil-twin }, alice:")],
      [
        "10:12 declared-twice: the user mallory@idp is declared in lib/idp.yaml too; remove one of them, or do not include the file"
      ]),
  ]
}
