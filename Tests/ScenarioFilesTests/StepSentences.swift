import Testing

@testable import ScenarioFiles

@Suite struct StepSentences {
  @Test(arguments: slips)
  func `a mistake in a step is told at its word`(slip: Slip) {
    #expect(slip.told == slip.says)
  }

  static let slips: [Slip] = [
    Slip(
      Samples.logout,
      [("request: laptop POST https://app.test/login", "request: laptop https://app.test/login")],
      ["16:14 form: this is not of the form: CLIENT METHOD URL"]),
    Slip(
      Samples.logout,
      [("request: laptop POST https://app.test/login", "request: labtop Post /login")],
      [
        "16:14 unknown-client: no client is called labtop; did you mean laptop?",
        "16:21 unknown-word: Post is not one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS; did you mean POST?",
        "16:26 url: /login is no absolute URL; write it out: https://app.test/login",
      ]),
    Slip(
      Samples.logout,
      [
        (
          "request: laptop POST https://app.test/login",
          "requst: laptop POST https://app.test/login"
        )
      ],
      ["16:5 verb: a step needs a verb; did you mean request?"]),
    Slip(
      Samples.logout, [("request: laptop POST https://app.test/login", "request: [laptop]")],
      ["16:14 form: this is not of the form: CLIENT METHOD URL"]),
    Slip(
      Samples.logout, [("https://app.test/login", "https://ap.test/login")],
      [
        "16:26 unknown-host: no server of this world answers at https://ap.test; did you mean https://app.test?"
      ]),
    Slip(
      Samples.logout, [("https://app.test/login", "https://elsewhere.example/login")],
      [
        "16:26 unknown-host: no server of this world answers at https://elsewhere.example; there are: https://app.test"
      ]),
    Slip(
      Samples.logout,
      [("form: { user: alice, password: wonderland }\n    expect", "via: desk\n    expect")],
      ["17:5 unknown-key: a request step has no via; via belongs to steal steps"]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "fill: { user: alice }\n    expect"
        )
      ],
      ["17:11 fill: fill has no effect without follow; follow: all"]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "headers: { \"X Y\": z }\n    expect"
        )
      ],
      ["17:16 predicate: X Y is no name of a header"]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "follow: until login\n    expect"
        )
      ],
      ["17:19 url: login is no absolute URL; write it out: https://app.test/login"]),
    Slip(
      Samples.logout,
      [("form: { user: alice, password: wonderland }\n    expect", "follow: some\n    expect")],
      ["17:13 form: this is not of the form: no, all, or until URL"]),
    Slip(
      Samples.logout,
      [("form: { user: alice, password: wonderland }\n    expect", "from: app.test\n    expect")],
      ["17:11 url: app.test is no absolute URL; write it out: https://app.test/login"]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "capture: { a b: redirect.url }\n    expect"
        )
      ],
      [
        "17:16 name: a b is no name for a capture; a letter, then letters, digits, hyphens and underscores",
        "17:16 unused-capture: $a b is never used; remove it, or use it",
      ]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "capture: { ab: redirect }\n    expect"
        )
      ],
      [
        "17:16 unused-capture: $ab is never used; remove it, or use it",
        "17:20 form: this is not of the form: redirect.url, redirect.PARAMETER, cookie NAME, json PATH, field NAME, sent HEADER, mail USER, message NAME or kept NAME",
      ]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "capture: { ab: json }\n    expect"
        )
      ],
      [
        "17:16 unused-capture: $ab is never used; remove it, or use it",
        "17:20 predicate: json needs a name after it",
      ]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "capture: { ab: json sub more }\n    expect"
        )
      ],
      [
        "17:16 unused-capture: $ab is never used; remove it, or use it",
        "17:29 predicate: nothing may follow here: more; remove it",
      ]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "form: { user: $loot }\n    expect"
        )
      ],
      [
        "17:19 too-early: $loot is used before the step steal makes it; move the step that uses it behind steal"
      ]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "form: { user: costs 5$ }\n    expect"
        )
      ],
      ["17:26 dollar: a dollar begins the name of a capture, none follows; write $$ for a dollar"]),
    Slip(
      Samples.logout,
      [
        (
          "form: { user: alice, password: wonderland }\n    expect",
          "bearer: x\n    headers: { Authorization: y }\n    expect"
        )
      ],
      ["17:13 bearer: bearer and the header Authorization both say what to send; keep one of them"]),
    Slip(
      Samples.logout, [("cookies: { sid: $loot }", "cookies: { sid: $lot }")],
      [
        "23:9 unused-capture: $loot is never used; remove it, or use it",
        "35:21 unknown-capture: no capture is called lot; did you mean loot?",
      ]),
    Slip(
      Samples.logout, [("cookies: { sid: $loot }", "cookies: { sid: loot }")],
      ["23:9 unused-capture: $loot is never used; remove it, or use it"]),
    Slip(
      Samples.logout,
      [
        (
          "  - id: replay\n    request: mallory",
          "  - id: replay\n    dpop: laptop\n    request: mallory"
        )
      ],
      [
        "34:11 dpop: mallory does not have the key of laptop, and keys are not copied; dpop: mallory, or a proof that was stolen: dpop: $proof"
      ]),
    Slip(
      Samples.logout,
      [
        (
          "request: laptop POST https://app.test/logout",
          "dpop: lapptop\n    request: laptop POST https://app.test/logout"
        )
      ],
      ["25:11 unknown-key-holder: no key-holder is called lapptop; did you mean laptop?"]),
    Slip(
      Samples.logout, [("steal: cookie sid from laptop", "steal: cookie sid laptop")],
      [
        "21:12 form: this is not of the form: cookie, json, storage or sent NAME, redirect.url or redirect.PARAMETER, then from CLIENT; key SECRET from STORE; or verifying-key from SERVER"
      ]),
    Slip(
      Samples.logout, [("steal: cookie sid from laptop", "steal: field csrf from laptop")],
      [
        "21:12 form: this is not of the form: cookie, json, storage or sent NAME, redirect.url or redirect.PARAMETER, then from CLIENT; key SECRET from STORE; or verifying-key from SERVER"
      ]),
    Slip(
      Samples.logout, [("via: desk", "via: window")],
      [
        "22:10 unknown-word: window is not one of script, network, referer, log, history, store, device, desk"
      ]),
    Slip(
      Samples.logout, [("    as: loot\n", "")],
      [
        "20:5 missing-key: as is missing; as: the name of the loot, used as $name",
        "34:21 unknown-capture: no capture is called loot; none is declared",
      ]),
    Slip(
      Samples.logout, [("as: loot", "as: the loot")],
      [
        "23:9 name: the loot is no name for a capture; a letter, then letters, digits, hyphens and underscores",
        "23:9 unused-capture: $the loot is never used; remove it, or use it",
        "35:21 unknown-capture: no capture is called loot; there are: the loot",
      ]),
    Slip(
      Samples.logout, [(", mallory: { attacker: true } }", ", mallory: {} }")],
      [
        "20:5 attacker: a steal step needs an attacker among the clients; clients: { mallory: { attacker: true } }"
      ]),
    Slip(
      Samples.logout,
      [
        (
          "- id: steal\n    steal: cookie sid from laptop",
          "- id: steal\n    wait: 5s\n    steal: cookie sid from laptop"
        )
      ],
      ["22:5 verb: one verb for each step, here are wait and steal; begin another step with a dash"]
    ),
    Slip(
      Samples.logout,
      [
        (
          "- id: steal\n    steal: cookie sid from laptop\n    via: desk\n    as: loot",
          "- id: steal\n    look: stores"
        )
      ],
      [
        "20:5 verb: a step needs a verb; one of request, deliver, steal, forge, tamper, wait, set, predict, run, repeat, note",
        "33:21 unknown-capture: no capture is called loot; none is declared",
      ]),
    Slip(
      Samples.logout, [("- id: steal\n", "- id: login\n")],
      [
        "20:9 duplicate-step: login is the name of another step, on line 15; give each step a name of its own"
      ]),
    Slip(
      Samples.logout, [("- id: steal\n", "- id: token\n")],
      [
        "20:9 name: token cannot be the id of a step, because token.error and token.status mean the token endpoint's; call it redeem, or whatever it does"
      ]),
    Slip(
      Samples.logout, [("- id: steal\n", "- id: 1st\n")],
      [
        "20:9 name: 1st is no name for a step; a letter, then letters, digits, hyphens and underscores"
      ]),
    Slip(
      Samples.logout, [("look: stores", "look: store")],
      [
        "27:11 unknown-word: store is not one of sequence, message, stores, token, defences; did you mean stores?"
      ]),
    Slip(
      Samples.logout, [("predict: replay.status", "predict: login.status")],
      [
        "28:14 too-early: login has been seen when this question is asked; ask before the step login"
      ]),
    Slip(
      Samples.logout, [("predict: replay.status", "predict: status")],
      [
        "28:14 predicate: status does not say of which step; put the step's id and a dot before it: replay.status"
      ]),
    Slip(
      Samples.logout, [("predict: replay.status", "predict: replay.status == 3")],
      ["28:28 predicate: nothing may follow here: == 3; remove it"]),
    Slip(
      Samples.logout,
      [("choices: { 200: Alice's page, 303: the login page }", "choices: { 200: Alice's page }")],
      ["30:14 choices: a question has two choices or more, here is 1"]),
    Slip(
      Samples.logout, [("choices: { 200: Alice's page, 303: the login page }", "choices: {}")],
      ["30:14 choices: a question has two choices or more, here is none"]),
    Slip(
      Samples.logout,
      [
        (
          "choices: { 200: Alice's page, 303: the login page }",
          "choices: { 200: Alice's page, 3o3: the login page }"
        )
      ],
      ["30:35 value: 3o3 is no status of HTTP; a number from 100 to 599"]),
    Slip(
      Samples.logout, [("predict: replay.status", "predict: replay.check session-known")],
      [
        "30:16 operator: 200 is no outcome of a check; one of passed, failed, not-checked, would-fail, not-applicable, not-reached",
        "30:35 operator: 303 is no outcome of a check; one of passed, failed, not-checked, would-fail, not-applicable, not-reached",
      ]),
    Slip(
      Samples.logout, [("      - when: status == 200\n", "      - when: status = 200\n")],
      ["39:22 operator: = is no operator; did you mean ==?"]),
    Slip(
      Samples.logout, [("      - when: status == 200\n        text", "      - text")],
      [
        "39:9 same-condition: another text stands here without when already; put them together, or give each its when"
      ]),
    Slip(
      Samples.linkCSRF, [("deliver: $link to alice-tab ", "deliver: $link alice-tab ")],
      [
        "23:16 unused-capture: $link is never used; remove it, or use it",
        "31:14 form: this is not of the form: LINK to CLIENT",
      ]),
    Slip(
      Samples.linkCSRF, [("    from: https://evil.test\n", "")],
      [
        "30:5 missing-key: from is missing; from: the origin of the page that holds the link, or none"
      ]),
    Slip(
      Samples.linkCSRF, [("from: https://evil.test", "from: https://evil.test/page")],
      [
        "32:11 url: https://evil.test/page is no origin; scheme and host without a path: https://app.test"
      ]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "wait: 30")],
      ["26:11 duration: 30 is no length of time; a whole number and a unit: 30s, 15m, 12h, 30d"]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "set: { servers.shop.count: 2 }")],
      [
        "26:10 set: servers.shop.count=2 can only be set from the start; a step sets defences and a provider's condition; move it to a variant"
      ]),
    Slip(
      Samples.linkCSRF,
      [("wait: 30s", "repeat: 3\n    steps:\n      - repeat: 2\n        steps: [{ wait: 1s }]")],
      ["28:9 nested-repeat: a repeat stands inside a repeat; multiply the rounds, or write one out"]
    ),
    Slip(
      Samples.linkCSRF,
      [("wait: 30s", "repeat: 3\n    look: stores\n    steps:\n      - wait: 1s")],
      ["27:11 repeat: a repeat has no look of its own; put it into one of its steps"]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "repeat: 3\n    steps: [hello]")],
      ["27:13 type: expected a step (a mapping), found text"]),
    Slip(
      Samples.linkCSRF,
      [
        ("wait: 30s", "tamper: callback/1\n    edit: { form.code: x, method: null, forms.code: x }")
      ],
      [
        "27:35 null: a request has a method always; give it a value",
        "27:41 unknown-field: forms.code is no field of a request; header.NAME, form.NAME, query.NAME, cookie.NAME, method, path or body",
      ]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "tamper: callbak/1\n    edit: { form.code: x }")],
      ["26:13 unknown-step: no step is called callbak; did you mean callback?"]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "tamper: callback/first\n    edit: { form.code: x }")],
      [
        "26:22 form: first is no message of a step; 1 is the first that the client sends, 1.2 the second sent while 1 is answered"
      ]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "tamper: callback\n    edit: { form.code: x }")],
      ["26:13 form: this is not of the form: STEP/MESSAGE, as in callback/1.1"]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "tamper: callback[no]/1\n    edit: { form.code: x }")],
      ["26:13 type: expected the number of a round, as in poll[3], found callback[no]"]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "tamper: bait/1\n    edit: { form.code: x }")],
      [
        "26:13 too-early: bait has sent its messages when this step begins; put this step before bait"
      ]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "tamper: predict-callback/1\n    edit: {}")],
      [
        "26:13 tamper: predict-callback is a predict step and sends no message; name a request or a deliver step",
        "27:11 type: expected fields to edit, found none",
      ]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "forge: token of $link\n    signature: none\n    as: x")],
      [
        "26:12 form: this is not of the form: token from $name, jwt from $name, or token",
        "27:16 form: this is not of the form: empty, kept, respelt, hmac SECRET, with $key, own key, own key in header, or cracked",
        "28:9 unused-capture: $x is never used; remove it, or use it",
      ]),
    Slip(
      Samples.linkCSRF,
      [("wait: 30s", "forge: jwt from $link\n    signature: hmac\n    by: alice-tab\n    as: x")],
      [
        "27:16 form: this is not of the form: empty, kept, respelt, hmac SECRET, with $key, own key, own key in header, or cracked",
        "28:9 unknown-attacker: no attacker is called alice-tab; there are: mallory-tab",
        "29:9 unused-capture: $x is never used; remove it, or use it",
      ]),
    Slip(
      Samples.linkCSRF,
      [
        (
          "mallory-tab: { attacker: true } }",
          "mallory-tab: { attacker: true }, eve: { attacker: true } }"
        ), ("wait: 30s", "forge: jwt from $link\n    signature: kept\n    as: x"),
      ],
      [
        "26:5 attacker: by is missing; which attacker: mallory-tab, eve?",
        "28:9 unused-capture: $x is never used; remove it, or use it",
      ]),
    Slip(
      Samples.linkCSRF, [("wait: 30s", "forge: token\n    signature: respelt\n    as: x")],
      [
        "27:16 forge: a token from nothing has no signature to keep; token from $name, or another signature",
        "28:9 unused-capture: $x is never used; remove it, or use it",
      ]),
    Slip(
      Samples.linkCSRF,
      [("wait: 30s", "forge: token\n    signature: empty\n    compress: true\n    as: x")],
      [
        "28:15 forge: compress is of an envelope, and there is none; encrypt: with $key",
        "29:9 unused-capture: $x is never used; remove it, or use it",
      ]),
    Slip(
      Samples.linkCSRF,
      [("wait: 30s", "forge: token\n    signature: empty\n    encrypt: to $link\n    as: x")],
      [
        "28:14 form: this is not of the form: with $key, or password TEXT",
        "29:9 unused-capture: $x is never used; remove it, or use it",
      ]),
  ]
}
