/// `new`: a scenario to start from, which runs as it stands and says what each part is for.
package enum Starter {
  /// `id` is the scenario's id, `group/name`; nil when it is no such id.
  package static func text(id: String, title: String = "What the reader will understand")
    -> String?
  {
    guard Identifier.isScenarioID(id) else { return nil }
    return template.replacing("ID", with: id, maxReplacements: 1)
      .replacing("TITLE", with: ScalarWriter.doubleQuoted(title), maxReplacements: 1)
  }

  private static let template = """
    # The format of the language; always the first line.
    authscope: 1
    id: ID
    title: TITLE
    # What the library shows before the scenario is run.
    about: Mallory copies Alice's session cookie. Alice logs out. Is the copy still worth something?
    # The guide's claims that it shows.
    shows: [S5]
    # The same seed gives the same run, secrets included.
    seed: 1
    # The variant that a reader meets first; for an attack, the one where it works.
    opens: cookie-only-logout

    world:
      # Accounts belong to a server. Secrets have eight characters or more.
      users: { alice: { at: app, password: wonderland } }
      stores: { sessions: { shared: true } }
      servers:
        app: { role: web-app, url: https://app.test, store: sessions }
      # Browsers, each with its own cookies; attackers steal, forge and replay.
      clients: { laptop: { user: alice }, mallory: { attacker: true } }
      # true is a defence's strictest level, false is none.
      defences: { revoke-on-logout: true }

    # One verb for each step: request, deliver, steal, forge, tamper, wait, set, predict, repeat,
    # note. authscope schema lists the keys of each.
    steps:
      - id: login
        request: laptop POST https://app.test/login
        form: { user: alice, password: wonderland }
        # Predicates: subject, operator, value. Every one is checked in every run.
        expect: [status == 303, store sessions count == 1]
        explain: The browser holds a random id; everything else is in the store.
      - id: theft
        steal: cookie sid from laptop
        via: desk
        as: loot
      - id: logout
        request: laptop POST https://app.test/logout
        expect: [status == 303, store sessions count == 0]
      # A question has no written answer: the run gives it.
      - predict: replay.status
        ask: Mallory sends the copied cookie. What does she get?
        choices: { 200: Alice's page, 303: the login page }
        hints: [Who decides that an id is valid?]
      - id: replay
        request: mallory GET https://app.test/me
        cookies: { sid: $loot }
        expect: [status == 303, location == /login]
        # Texts with when are shown while their predicates hold, the others while expect holds.
        explain:
          - text: The id is well-formed, but no store knows it any more.
          - when: status == 200
            text: Logout emptied Alice's browser and left the row in the store.

    # When the system holds, whatever is switched.
    secure-if: replay.status == 303
    # From the baseline, each of these alone stops the attack at that check.
    attack:
      baseline: cookie-only-logout
      stopped-by: [{ defence: revoke-on-logout, check: session-known }]

    # Patches with their own expectations: naming a step replaces those that it has.
    variants:
      cookie-only-logout:
        title: Logout clears the browser only
        set: { defences.revoke-on-logout: false }
        expect:
          logout: [status == 303, store sessions count == 1]
          replay: [status == 200]

    """
}
