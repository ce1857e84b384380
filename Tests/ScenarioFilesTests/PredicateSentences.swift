import Testing

@testable import ScenarioFiles

@Suite struct PredicateSentences {
  @Test(arguments: slips)
  func `a mistake in a predicate is told at its word`(slip: Slip) {
    #expect(slip.told == slip.says)
  }

  static let slips: [Slip] = [
    Slip(
      Samples.linkCSRF, [("expect: [hops == 4, store idp.codes", "expect: [hops == 4, store idp")],
      [
        "24:31 predicate: idp has several tables: users, sessions, requests, consents, clients, codes, refresh, access, devices, pushed, seen; name one, as in idp.users"
      ]),
    Slip(
      Samples.linkCSRF,
      [("expect: [hops == 4, store idp.codes count == 1]", "expect: [store shop alice absent]")],
      [
        "24:20 predicate: shop has several tables: users, sessions, links, transactions, vault, notices; name one, as in shop.users"
      ]),
    Slip(
      Samples.linkCSRF,
      [
        (
          "- wait: 30s",
          "- id: loop\n    repeat: 2\n    steps: [{ wait: 1s, expect: [loop.status == 200] }]"
        )
      ],
      [
        "28:34 predicate: loop is a repeat, nothing can be asked of it; name one of its steps; the last round is meant"
      ]),
    Slip(
      Samples.linkCSRF,
      [
        ("- wait: 30s", "- id: loop\n    repeat: 2\n    steps: [{ wait: 1s }]"),
        ("callback: [status == 400", "loop: [status == 400"),
      ],
      [
        "57:15 predicate: loop is a repeat, nothing can be asked of it; name one of its steps; the last round is meant"
      ]),
    Slip(
      Samples.logout,
      [
        ("stores: { sessions: { shared: true } }", "stores: { sessions: {}, idle: {} }"),
        ("[status == 303, cookie sid absent]", "[store idle.x y absent]"),
      ],
      [
        "9:27 idle-store: no server keeps its sessions in idle; store: idle, at a server",
        "26:25 unknown-table: idle has no table x; no server uses it",
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "statsu == 303, cookie")],
      ["18:14 unknown-subject: statsu is nothing that can be asked of a step; did you mean status?"]
    ),
    Slip(
      Samples.logout, [("status == 303, cookie", "frobnicate == 303, cookie")],
      [
        "18:14 unknown-subject: frobnicate is nothing that can be asked of a step; it can be: status, location, error, token.status, token.error, hops, served-by, header, cookie, jar, storage, body, json, store, check, token, cost, total"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "reply.status == 303, cookie")],
      ["18:14 unknown-step: no step is called reply; did you mean replay?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "replay, cookie")],
      ["18:14 predicate: replay is a step; what of it?; say it behind a dot: replay.status"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status, cookie")],
      [
        "18:14 operator: the predicate has no operator; one of == != < <= > >= has lacks absent present"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status 303, cookie")],
      ["18:21 operator: 303 is no operator; one of == != < <= > >= has lacks absent present"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status = 303, cookie")],
      ["18:21 operator: = is no operator; did you mean ==?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status ~ 303, cookie")],
      ["18:21 operator: ~ is no operator; one of == != < <= > >= has lacks absent present"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status == , cookie")],
      ["18:21 predicate: == needs a value after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status == OK, cookie")],
      ["18:24 value: OK is no status of HTTP; a number from 100 to 599"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status == 99, cookie")],
      ["18:24 value: 99 is no status of HTTP; a number from 100 to 599"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status has 3, cookie")],
      ["18:21 operator: has looks into text, this is a number; one of == != < <= > >="]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status < 3x, cookie")],
      ["18:23 value: 3x is no status of HTTP; a number from 100 to 599"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "hops == few, cookie")],
      ["18:22 type: expected a whole number, found few"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "hops absent, cookie")],
      ["18:19 operator: a count is always there; compare it with a number: == 0"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "status absent now, cookie")],
      ["18:28 predicate: nothing may follow here: now; remove it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "cookie, cookie")],
      ["18:14 predicate: cookie needs the name of a cookie after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "cookie sid has HtpOnly, cookie")],
      ["18:29 value: HtpOnly is no attribute of a cookie; did you mean HttpOnly?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "cookie sid has Sticky, cookie")],
      [
        "18:29 value: Sticky is no attribute of a cookie; one of HttpOnly, Secure, SameSite, Path, Domain, Max-Age, Expires, Partitioned"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "header, cookie")],
      ["18:14 predicate: header needs the name of a header after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "header a;b == x, cookie")],
      ["18:21 predicate: a;b is no name of a header"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "jar, cookie")],
      ["18:14 predicate: jar needs a client and the name of a cookie after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "jar labtop sid absent, cookie")],
      ["18:18 unknown-client: no client is called labtop; did you mean laptop?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "jar laptop, cookie")],
      ["18:18 predicate: laptop needs the name of a cookie after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "json == 3, cookie")],
      ["18:14 predicate: json needs a member's name after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "json role, cookie")],
      [
        "18:14 operator: the predicate has no operator; one of == != < <= > >= has lacks absent present"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store, cookie")],
      ["18:14 predicate: store needs the name of a store after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store session count, cookie")],
      ["18:20 unknown-store: no store is called session; did you mean sessions?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store sessions, cookie")],
      ["18:20 predicate: sessions needs count, or the key of a row after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store sessions cuont, cookie")],
      [
        "18:14 operator: the predicate has no operator; one of == != < <= > >= has lacks absent present"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store app.users count, cookie")],
      [
        "18:14 operator: the predicate has no operator; one of == != < <= > >= has lacks absent present"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store app links.alice absent, cookie")],
      ["18:24 unknown-table: app has no table links; it has: users, remembered, resets, outbox"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store app.user count, cookie")],
      ["18:24 unknown-table: app has no table user; did you mean users?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store app.users count is 3, cookie")],
      ["18:36 operator: is is no operator; did you mean ==?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store app.users .x absent, cookie")],
      ["18:30 predicate: .x needs a key and a field after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "store sessions sesions.a absent, cookie")],
      ["18:29 unknown-table: sessions has no table sesions; did you mean sessions?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "check, cookie")],
      ["18:14 predicate: check needs the id of a check after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "check session-kown failed, cookie")],
      ["18:20 unknown-check: no check is called session-kown; did you mean session-known?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "check signature, cookie")],
      [
        "18:14 operator: the predicate has no operator; one of passed failed not-checked would-fail not-applicable not-reached"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "check signature faild, cookie")],
      ["18:30 operator: faild is no outcome of a check; did you mean failed?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "check signature == failed, cookie")],
      [
        "18:30 operator: == is no outcome of a check; one of passed, failed, not-checked, would-fail, not-applicable, not-reached"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "check signature failed twice, cookie")],
      ["18:37 predicate: nothing may follow here: twice; remove it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "token, cookie")],
      ["18:14 predicate: token needs a kind of token: access, id, refresh, jwt after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "token acess alg == x, cookie")],
      [
        "18:20 unknown-word: acess is not one of sid, code, state, verifier, challenge, nonce, access, refresh, id, tx, csrf, remember, reset, password, client-secret, key, jwt, logout, device, user-code, request, proof, assertion; did you mean access?"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "token access, cookie")],
      ["18:20 predicate: access needs size, alg, typ, kid, header NAME or claim NAME after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "token access claims sub == x, cookie")],
      [
        "18:27 unknown-word: claims is not one of size, alg, typ, kid, header, claim; did you mean claim?"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "token access claim, cookie")],
      ["18:27 predicate: claim needs the name of a claim after it"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "token refresh claim sub == x, cookie")],
      [
        "18:28 predicate: a value of the kind refresh has no header and no claims, only a size; the kinds that may be JWTs: access, id, jwt"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "cost, cookie")],
      [
        "18:14 predicate: cost needs one of requests, bytes, reads, writes, signatures, verifications, password-hashes, encryptions, decryptions, rounds, inflated after it"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "cost read == 0, cookie")],
      [
        "18:19 unknown-word: read is not one of requests, bytes, reads, writes, signatures, verifications, password-hashes, encryptions, decryptions, rounds, inflated; did you mean reads?"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "total, cookie")],
      [
        "18:14 predicate: total needs one of requests, bytes, reads, writes, signatures, verifications, password-hashes, encryptions, decryptions, rounds, inflated after it"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "served-by == ap#1, cookie")],
      ["18:27 unknown-server: no server is called ap; did you mean app?"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "served-by == app#x, cookie")],
      ["18:31 type: expected the number of an instance, found x"]),
    Slip(
      Samples.logout, [("status == 303, cookie", "steal.status == 303, cookie")],
      [
        "18:14 predicate: a steal step sends no message, so there is no status to ask for; ask a request or a deliver step, or a store"
      ]),
    Slip(
      Samples.logout, [("status == 303, cookie", "\"\", cookie")],
      ["18:15 predicate: a predicate is missing here; subject operator value: status == 303"]),
  ]
}
