import Trace
import Wire

/// What a person changed at one place of a run.
package struct Intervention: Hashable, Sendable {
  package let at: Address
  /// Keeps it from landing on another message; nil for a change of setting at a step.
  package let fingerprint: Fingerprint?
  package let change: Change

  package init(at: Address, fingerprint: Fingerprint?, change: Change) {
    self.at = at
    self.fingerprint = fingerprint
    self.change = change
  }
}

/// The message that an intervention was made for.
package struct Fingerprint: Hashable, Sendable {
  package let to: String
  package let method: String
  package let path: String

  package init(to: String, method: String, path: String) {
    self.to = to
    self.method = method
    self.path = path
  }

  package var text: String { "\(method) \(path) to \(to)" }
}

package enum Change: Hashable, Sendable {
  case edit([Edit])
  /// The message is not sent.
  case drop
  /// The message is sent twice; the second answer goes on.
  case again
  /// Somebody else answers instead of the server.
  case answer(Response)
  /// The server's own answer with some parts of it changed on the way back.
  case editAnswer([AnswerEdit])
  /// A setting from this step on.
  case setting(Setting)
  /// A request of one's own before this step, or behind the last one (`Address.end`).
  case insert(OwnRequest)
}

/// A changed part of a request; a nil value removes it.
package struct Edit: Hashable, Sendable {
  package let field: MessageField
  package let value: EditValue?

  package init(field: MessageField, value: EditValue?) {
    self.field = field
    self.value = value
  }
}

package enum EditValue: Hashable, Sendable {
  case text(String)
  /// By its stable name, so that it survives another seed: `sid#1`.
  case secret(String)
  /// The token in the field made into another one, so that it survives another seed.
  case token(TokenForgery)
}

/// A request that a person sends on their own, between the steps of a scenario.
package struct OwnRequest: Hashable, Sendable {
  /// The client's name in the scenario.
  package var client: String
  package var method: String
  package var url: String
  package var headers: [Pair]
  /// Put in by hand, beside those of the client's jar.
  package var cookies: [Pair]
  package var body: String

  package init(
    client: String, method: String = "GET", url: String, headers: [Pair] = [],
    cookies: [Pair] = [], body: String = ""
  ) {
    self.client = client
    self.method = method
    self.url = url
    self.headers = headers
    self.cookies = cookies
    self.body = body
  }

  package var caption: String { "\(client) \(method) \(url)" }
}

extension Address {
  /// Behind the last step; no step of a scenario can be called so.
  package static let end = Address(step: StepID(".end"), path: SendPath())

  /// The step that the request of one's own with this number stands in.
  package static func ownStep(_ number: Int) -> StepID { StepID("own#\(number)") }
}
