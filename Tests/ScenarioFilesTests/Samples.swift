import Ledger
import Trace

@testable import ScenarioFiles

/// Swift Testing has an `Expectation` too.
typealias Predicate = Expectation

extension Vocabulary {
  /// Names enough for the tests; the program takes them from the engine.
  static let sample = Vocabulary(
    defences: [
      Defence("revoke-on-logout"), Defence("state-sent"), Defence("state-checked"),
      Defence("state-bound-to-browser"), Defence("nonce"),
      Defence("pkce", levels: ["off", "sent", "required"]),
      Defence("same-site", levels: ["none", "lax", "strict"]),
    ],
    checks: ["session-known", "state-matches", "verifier-matches", "nonce-matches", "signature"])
}

/// The two files of the language's description, as they stand there.
enum Samples {
  static let logout = """
    authscope: 1
    id: session/logout-revocation
    title: Logging out must end the session on the server
    shows: [S1, S5, S7]
    seed: 7
    opens: cookie-only-logout
    world:
      users: { alice: { at: app, password: wonderland } }
      stores: { sessions: { shared: true } }
      servers:
        app: { role: web-app, url: https://app.test, count: 2, balance: round-robin, store: sessions }
      clients: { laptop: { user: alice }, mallory: { attacker: true } }
      defences: { revoke-on-logout: true }
    steps:
      - id: login
        request: laptop POST https://app.test/login
        form: { user: alice, password: wonderland }
        expect: [status == 303, cookie sid has HttpOnly, store sessions count == 1]
        explain: The browser holds a random id; everything else is in the store.
      - id: steal
        steal: cookie sid from laptop
        via: desk
        as: loot
      - id: logout
        request: laptop POST https://app.test/logout
        expect: [status == 303, cookie sid absent]
        look: stores
      - predict: replay.status
        ask: Mallory copied the cookie before logout. What does she get?
        choices: { 200: Alice's page, 303: the login page }
        hints:
          - Who decides that an id is valid, the cookie or the store?
      - id: replay
        request: mallory GET https://app.test/me
        cookies: { sid: $loot }
        expect: [status == 303, location == /login]
        explain:
          - text: The id is well-formed, but no store knows it any more.
          - when: status == 200
            text: Logout emptied Alice's browser and left the row in the store. The server looked the id up, found it, and asked nothing more.
    secure-if: replay.status == 303
    attack: { baseline: cookie-only-logout, stopped-by: [{ defence: revoke-on-logout, check: session-known }] }
    variants:
      cookie-only-logout:
        set: { defences.revoke-on-logout: false }
        expect: { replay: [status == 200] }
      unshared-stores:
        title: Logout reached app#2, the session lives on in app#1
        set: { stores.sessions.shared: false }
        expect: { logout: [served-by == app#2], replay: [served-by == app#1, status == 200] }

    """

  static let linkCSRF = """
    authscope: 1
    id: oauth/link-csrf
    title: "state: the answer must come to who asked"
    specs: [RFC 6749 10.12, RFC 9700 4.7]
    shows: [O3, O7, K7]
    seed: 11
    opens: no-state
    include: [lib/idp.yaml]
    world:
      users: { alice: { at: shop, password: wonderland } }     # mallory@idp comes with lib/idp.yaml
      servers:
        shop: { role: oauth-client, url: https://shop.test, store: shop, provider: idp }
      clients: { alice-tab: { user: alice }, mallory-tab: { attacker: true } }
      defences: { state-sent: true, state-checked: true, pkce: false, nonce: false }
    steps:
      - id: victim
        request: alice-tab POST https://shop.test/login
        form: { user: alice, password: wonderland }
      - id: bait
        request: mallory-tab POST https://shop.test/link
        follow: until https://shop.test/cb     # every hop is shown; this one is not sent
        fill: { user: mallory, password: evil-twin }
        capture: { link: redirect.url }
        expect: [hops == 4, store idp.codes count == 1]
        explain: Mallory keeps a valid code for her own identity and does not spend it.
      - wait: 30s
      - predict: callback.status
        ask: Alice is signed in at the shop and clicks Mallory's link. What happens?
        choices: { 303: her account is linked, 403: the shop refuses }
      - id: callback
        deliver: $link to alice-tab             # top-level GET, cross-site
        from: https://evil.test
        expect: [status == 403, check state-matches failed, store shop links.alice absent]
        explain:
          - text: This state was issued to Mallory's browser, not to Alice's.
          - when: status == 303
            text: Nothing tied the answer to the browser that asked. Mallory now signs in to Alice's account with her own identity.
    secure-if: store shop links.alice absent
    attack:
      baseline: no-state
      stopped-by:
        - { defence: state-checked, check: state-matches }
        - { defence: pkce, level: required, check: verifier-matches }
        - { defence: nonce, check: nonce-matches }
    variants:
      no-state:
        set: { defences.state-sent: false, defences.state-checked: false }
        expect: { callback: [status == 303, store shop links.alice == mallory@idp] }
      state-not-bound:
        title: A state that anybody may bring is no state
        set: { defences.state-bound-to-browser: false }
        expect: { callback: [status == 303] }
      pkce-required:
        set: { defences.state-sent: false, defences.state-checked: false, defences.pkce: required }
        expect: { callback: [status == 400, token.error == invalid_grant] }
    challenge:
      from: no-state
      brief: Make Alice's account accept your identity.
      allow: [request, deliver]
      goal: store shop links.alice == mallory@idp
      solution: [bait, callback]

    """

  static let idp = """
    authscope: 1
    title: A provider where Mallory has an account
    world:
      users: { mallory@idp: { password: evil-twin } }
      servers:
        idp: { role: provider, url: https://idp.test }

    """
}

/// Reads a text with the samples' names, and `lib/idp.yaml` to include.
func read(_ text: String, library: [String: String] = ["lib/idp.yaml": Samples.idp])
  -> ScenarioReading
{
  let reader = ScenarioReader(vocabulary: .sample) { path in
    library[path].map { Array($0.utf8) }
  }
  return reader.read(Array(text.utf8), file: "x.yaml")
}

/// "line:column code: message; hint", one for each diagnostic.
func diagnose(_ text: String, library: [String: String] = ["lib/idp.yaml": Samples.idp]) -> [String]
{
  read(text, library: library).diagnostics.map { describe($0) }
}

func describe(_ it: Diagnostic) -> String {
  "\(it.line):\(it.column) \(it.code): \(it.message)" + (it.hint.map { "; " + $0 } ?? "")
}
