import Ledger
import Trace
import Wire

/// An authorization response that comes to a window which a page has opened for it.
enum WindowAnswer {
  private static let there = Gate<Arrival, [Pair]>(
    "answer-complete", "the answer carries a code or an error", "RFC 6749 4.1.2"
  ) { arrival, _ in
    let parameters = AnswerChecks.parameters(of: arrival.request)
    guard parameters["code"] != nil || parameters["error"] != nil else {
      return .refuse(
        .page(status: 400, message: "This is not an answer to a sign-in."),
        expected: "code or error", actual: "neither")
    }
    return .enter(parameters)
  }

  /// Hands the answer to the window that opened this one, and leaves the checks to it.
  static let passedOn = pipeline().gate(there).finish { parameters, hand in
    guard let script = hand.run.script else {
      preconditionFailure("a page's program runs in a page")
    }
    var target = hand.server.origin.origin
    if hand.isOff("target-origin") {
      hand.omit(
        "target-origin", "name the receiver's origin",
        would: "would have told nobody but a page of \(target)")
      target = "*"
    }
    hand.run.post(parameters, from: script.page, to: target, script.client)
    return Page(title: hand.server.name, paragraphs: ["You can close this window."]).response()
  }

  /// The browser says who has sent a message; the sender cannot choose what it says.
  static let fromOwnPage = Check<Arrival>(
    CheckInfo(
      "message-origin", "the message was sent by a page of this origin", "HTML 9.3.2",
      defence: "message-origin"),
    else: .page(status: 403, message: "A page of another origin has sent this.")
  ) { arrival, _ in
    let own = arrival.request.url.origin
    let sender = arrival.request.headers["Origin"] ?? "none"
    return sender == own ? .holds : .fails(expected: own, actual: sender)
  }
}

extension Sight {
  /// Whether the program at work runs in a window that another page has opened, or in a frame.
  var isInChildWindow: Bool {
    guard let script = hearing.run.script else { return false }
    return hearing.run.world.browsers[script.client].child?.document.url == script.page.url
  }
}
