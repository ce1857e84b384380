import Wire

/// The pages that a provider shows between a request and its answer.
enum InteractionPages {
  private static func hidden(_ pending: PendingRequest) -> Page.Field {
    Page.Field(name: "request", kind: "hidden", value: pending.id)
  }

  static func login(_ pending: PendingRequest, _ hand: Hand) -> Response {
    Page(
      title: "Sign in to \(hand.server.name)",
      form: Page.Form(
        action: "/login",
        fields: [
          hidden(pending),
          Page.Field(name: "user", kind: "text", value: pending["login_hint"] ?? ""),
          Page.Field(name: "password", kind: "password", value: ""),
        ], buttons: [Page.Field(name: "", kind: "Sign in", value: "")])
    ).response()
  }

  /// `prompt=select_account` (OpenID Connect Core 3.1.2.1).
  static func account(_ pending: PendingRequest, _ user: String) -> Response {
    Page(
      title: "Which account?", paragraphs: ["\(user) is signed in here."],
      form: Page.Form(
        action: "/account", fields: [hidden(pending)],
        buttons: [
          Page.Field(name: "account", kind: "Go on as \(user)", value: "this"),
          Page.Field(name: "account", kind: "Another account", value: "another"),
        ])
    ).response()
  }

  static func factor(_ pending: PendingRequest) -> Response {
    Page(
      title: "One more thing", paragraphs: ["Type the next code from your printed list."],
      form: Page.Form(
        action: "/factor",
        fields: [hidden(pending), Page.Field(name: "code", kind: "text", value: "")],
        buttons: [Page.Field(name: "", kind: "Go on", value: "")])
    ).response()
  }

  /// What a choice begins with that leaves something out.
  static let without = "without "

  /// A button for each word of the scope that the user can leave out: signing in is not optional
  /// where it was asked for, and nothing at all is a no.
  private static func narrower(_ pending: PendingRequest) -> [Page.Field] {
    guard pending.scopes.count > 1 else { return [] }
    return pending.scopes.filter { $0 != "openid" }.map {
      Page.Field(name: "decision", kind: "Allow, but not \($0)", value: without + $0)
    }
  }

  static func consent(_ pending: PendingRequest) -> Response {
    let scope = pending["scope"] ?? "nothing in particular"
    var paragraphs = ["It asks for: \(scope)."]
    if pending["device"] != nil {
      paragraphs.append(
        "It waits on another device. Go on only if you have that device before you.")
    }
    return Page(
      title: "May \(pending["client"] ?? "") act for you?", paragraphs: paragraphs,
      form: Page.Form(
        action: "/consent", fields: [hidden(pending)],
        buttons: [Page.Field(name: "decision", kind: "Allow", value: "allow")]
          + narrower(pending) + [Page.Field(name: "decision", kind: "Deny", value: "deny")])
    ).response()
  }
}
