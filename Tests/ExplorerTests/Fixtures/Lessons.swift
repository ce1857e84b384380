/// Scenario files for the screens under test, small and of one family each.
enum Lessons {
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
      defences: { revoke-on-logout: true, http-only: true }
    steps:
      - id: login
        request: laptop POST https://app.test/login
        form: { user: alice, password: wonderland }
        expect: [status == 303, store sessions count == 1]
        explain: The browser holds a random id; everything else is in the store.
        how: The server wrote a row under the hash of the id and sent the id in a cookie.
      - id: steal
        steal: cookie sid from laptop
        via: desk
        as: loot
        explain: Whoever holds the id is Alice for the server.
      - id: logout
        request: laptop POST https://app.test/logout
        expect: [status == 303, cookie sid absent]
        look: stores
        explain: Logout has to delete the row, not only the cookie.
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

    """

  static let forgery = """
    authscope: 1
    id: jwt/alg-none
    title: Never let the token choose its own check
    seed: 3
    opens: token-decides
    world:
      users: { alice: { at: api, password: wonderland } }
      servers:
        api: { role: api, url: https://api.test }
      clients: { phone: { user: alice }, mallory: { attacker: true } }
      defences: { pin-algorithm: pinned }
    steps:
      - id: login
        request: phone POST https://api.test/login
        form: { user: alice, password: wonderland }
        capture: { access: json access_token }
        explain: Alice gets a signed token.
      - id: read
        request: phone GET https://api.test/me
        bearer: $access
        expect: [status == 200]
        explain: The API verifies the signature and looks nothing up.
      - id: forge
        forge: token from $access
        header: { alg: none }
        claims: { role: admin }
        signature: empty
        as: forged
        by: mallory
        explain: Mallory changed one word in the claims and one in the header.
      - predict: use.status
        ask: She sends it. What comes back?
        choices: { 200: the admin page, 401: refused }
        hints: [Who chooses the check?, Read the header.]
      - id: use
        request: mallory GET https://api.test/admin
        bearer: $forged
        explain: The token must never say how it is to be verified.
    secure-if: use.status == 401
    variants:
      token-decides:
        set: { defences.pin-algorithm: header }

    """

  /// What makes an attack of the forgery, for the matrix.
  static let forgeryAttack = """
    attack: { baseline: token-decides, stopped-by: [{ defence: pin-algorithm }] }

    """
}
