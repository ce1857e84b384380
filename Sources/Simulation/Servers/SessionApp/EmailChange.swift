import Ledger
import Trace
import Wire

/// Changing the address that password resets go to: the request that attackers want most.
enum EmailChange {
  static let form = Sessions.required.finish { session, hand in
    let email = hand.read(.users, RowKey(session.user))?["email"] ?? "none"
    var fields = CSRFTokens.field(for: session, hand)
    fields.append(Page.Field(name: "email", kind: "email", value: ""))
    if hand.isOff("reauthenticate") {
      hand.omit(
        "reauthenticate", "ask for the password again",
        would: "would have told the person from whatever runs in the browser")
    } else {
      fields.append(Page.Field(name: "password", kind: "password", value: ""))
    }
    return Page(
      title: "Change your e-mail address",
      paragraphs: ["You are signed in as \(session.user). Your address is \(email)."],
      form: Page.Form(
        action: "/email/change", fields: fields,
        buttons: [Page.Field(name: "", kind: "Change", value: "")])
    ).response()
  }

  /// One action under two methods, as where a framework reads fields from query and body alike.
  static let change = Sessions.needed(behind: pipeline().checks([UnsafeMethods.required]))
    .checks([OwnPages.check(\.request), CSRFTokens.matches, Reauthentication.loginFresh])
    .gate(wellFormed)
    .act { (order, hand) throws(Refusal) in Reauthentication.look(order, hand) }
    .checks([Reauthentication.passwordAgain])
    .finish { it, hand in
      let key = RowKey(it.order.session.user)
      var row = it.account
      row.set("email", it.order.email)
      hand.write(.users, key, row)
      return Response(303, headers: Headers([Pair("Location", "/email")]))
    }

  struct Order: Sendable {
    let session: Session
    let email: String
    let password: String?
  }

  private static let wellFormed = Gate<Session, Order>(
    "email-given", "an e-mail address is in the form"
  ) { session, _ in
    let request = session.request
    let fields = request.form + request.url.query
    guard let email = fields["email"], email.utf8.contains(UInt8(ascii: "@")) else {
      return .refuse(
        .page(status: 400, message: "That is no e-mail address."), expected: "an address",
        actual: fields["email"] ?? "none")
    }
    return .enter(Order(session: session, email: email, password: fields["password"]))
  }
}
