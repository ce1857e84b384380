import Ledger
import Trace
import Wire

/// Text with captured values in it: `$link`, `Bearer $access`, `https://x.test/cb?code=$code`.
package struct Template: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case capture(String)
  }

  package var parts: [Part]

  package init(parts: [Part]) { self.parts = parts }
  package init(_ text: String) { parts = [.text(text)] }

  /// The names of the captures that it needs.
  package var captures: [String] {
    parts.compactMap { part in
      switch part {
      case .text: nil
      case .capture(let name): name
      }
    }
  }
}

package struct TemplatePair: Hashable, Sendable {
  package var name: String
  package var value: Template

  package init(_ name: String, _ value: Template) {
    self.name = name
    self.value = value
  }
}

/// How far a browser goes on after the first answer.
package enum Follow: Hashable, Sendable {
  case no
  /// Every redirect, and every form that `fill` can fill in.
  case all
  /// The same, but a URL that begins so is not requested any more.
  case until(String)
}

/// What a capture takes from the step that it stands in.
package enum CaptureSource: Hashable, Sendable {
  /// The URL that the last answer redirects to.
  case redirectURL
  /// A query parameter of that URL.
  case redirectParameter(String)
  /// A member of the last answer's JSON body.
  case json(String)
  /// The value of a cookie that the last answer sets.
  case cookie(String)
  /// The value of a form's hidden field in the last answer's page.
  case formField(String)
  /// The link in the last mail that a server sent to a user.
  case mail(String)
  /// A header field of the client's last request; of Authorization, what stands behind the scheme.
  case sent(String)
  /// A member of the last message that a window of this browser was handed (postMessage).
  case message(String)
  /// What the page that is open keeps under that name: in a variable, or in localStorage.
  case kept(String)
}

package struct Capture: Hashable, Sendable {
  package var name: String
  package var source: CaptureSource

  package init(name: String, source: CaptureSource) {
    self.name = name
    self.source = source
  }
}

package struct RequestStep: Hashable, Sendable {
  /// The client's index.
  package var client: Int
  package var method: String
  package var url: Template
  package var form: [TemplatePair]
  /// Cookies put into the request by hand, beside those of the jar.
  package var cookies: [TemplatePair]
  package var headers: [TemplatePair]
  /// Put into `Authorization: Bearer`, or with a proof into `Authorization: DPoP`.
  package var bearer: Template?
  /// The proof that goes along, where clients make proofs.
  package var proof: StepProof?
  package var follow: Follow
  /// Values for the fields of the pages' forms.
  package var fill: [TemplatePair]
  package var captures: [Capture]
  /// The document that makes the browser send it; nil when the person does.
  package var from: String?
  /// In place of a URL: the page that the browser shows, whatever its address.
  package static let openPage = "page"
  package var shows: Showing
  /// For an attacker who computes a cookie's value from one of her own.
  package var guess: Guess?

  package init(client: Int, method: String, url: Template) {
    self.client = client
    self.method = method
    self.url = url
    form = []
    cookies = []
    headers = []
    follow = .no
    fill = []
    captures = []
    shows = .window
  }
}

/// A DPoP proof of a request that a scenario sends itself.
package enum StepProof: Hashable, Sendable {
  /// Made for this request with the key of a client or an app.
  case made(by: String)
  /// One that was made for another request.
  case copied(Template)
}

/// Values of a cookie computed from another one, tried until one is taken.
package struct Guess: Hashable, Sendable {
  package var cookie: String
  /// The attacker's own value.
  package var own: Template
  /// How much later than hers the wanted one was made.
  package var apart: TimeSpan
  package var tries: Int

  package init(cookie: String, own: Template) {
    self.cookie = cookie
    self.own = own
    apart = TimeSpan(seconds: 0)
    tries = 8
  }
}

/// Where a page's browser shows the answer to a request.
package enum Showing: String, Hashable, Sendable, CaseIterable {
  /// The whole window goes there.
  case window
  /// A picture in the page.
  case image
  /// A frame in the page, where its own headers allow that.
  case frame
  /// A second window, which knows the page that opened it.
  case popup
}

/// A link brought to somebody who opens it: a top-level GET.
package struct DeliverStep: Hashable, Sendable {
  package var link: Template
  package var to: Int
  /// The origin of the page that holds the link; nil for a mail program or the address bar.
  package var from: String?
  package var follow: Follow
  package var fill: [TemplatePair]
  package var captures: [Capture]

  package init(link: Template, to: Int, from: String?) {
    self.link = link
    self.to = to
    self.from = from
    follow = .no
    fill = []
    captures = []
  }
}

/// Where a thief looks; each sees its own things only.
package enum Channel: String, Hashable, Sendable, CaseIterable {
  case script, network, referer, log, history, store, device, desk

  package var words: String {
    switch self {
    case .script: "by a script in the page"
    case .network: "on the network"
    case .referer: "from the Referer header"
    case .log: "from a log"
    case .history: "from the browser's history"
    case .store: "from the store"
    case .device: "as another app on the device"
    case .desk: "at the desk"
    }
  }
}

/// What is stolen.
package enum Loot: Hashable, Sendable {
  /// A cookie of the client's jar.
  case cookie(String)
  /// The URL of the redirect that the client was last given.
  case redirectURL
  /// A query parameter of that URL.
  case redirectParameter(String)
  /// A member of the JSON body that the client last received.
  case json(String)
  /// An item of the `localStorage` of the page that the client has open.
  case storage(String)
  /// The key of a row, as it stands in the store: what stands for a secret there.
  case rowKey(store: String, secret: String)
  /// The key that a server verifies its issuer's tokens with.
  case verifyingKey(server: String)
  /// A header field of the client's last request; of Authorization, what stands behind the scheme.
  case sent(String)
}

package struct StealStep: Hashable, Sendable {
  package var loot: Loot
  package var victim: Int
  package var channel: Channel
  package var name: String

  package init(loot: Loot, victim: Int, channel: Channel, name: String) {
    self.loot = loot
    self.victim = victim
    self.channel = channel
    self.name = name
  }
}

/// How a forger signs.
package enum ForgedSignature: Hashable, Sendable {
  /// The third part is empty.
  case empty
  /// The signature of the token that it was made from.
  case kept
  /// The same signature in another spelling: other letters that a lenient decoder reads as the
  /// same bytes.
  case respelt
  /// HMAC-SHA-256 with a secret that the attacker knows.
  case hmac(Template)
  /// With a key that she got hold of, as JWK text; a public key is used as if it were a secret.
  case with(Template)
  /// With a key pair of her own, which may travel in the header (`jwk`).
  case own(inHeader: Bool)
  /// With the first word of a list that the token's signature fits.
  case cracked
}

/// What is put around a forged token.
package struct ForgedEnvelope: Hashable, Sendable {
  package enum Key: Hashable, Sendable {
    /// A public key as JWK text.
    case with(Template)
    case password(Template)
  }

  package var key: Key
  /// Members that are written into the envelope's header when it is closed already.
  package var header: [Pair] = []
  package var isCompressed = false

  package init(key: Key) { self.key = key }
}

/// A token made from another one by changing header members and claims, or from nothing.
package struct ForgeStep: Hashable, Sendable {
  /// Nil: from nothing.
  package var from: Template?
  /// JSON values as text: `"admin"`, `1`, `true`.
  package var header: [Pair]
  package var claims: [Pair]
  package var signature: ForgedSignature
  package var name: String
  /// The attacker's client.
  package var by: Int
  /// Nil: it is not encrypted.
  package var envelope: ForgedEnvelope?
  /// So many letters in place of a token, for a content that is only large; zero for a token.
  package var filler = 0

  package init(
    from: Template?, header: [Pair], claims: [Pair], signature: ForgedSignature, name: String,
    by: Int
  ) {
    self.from = from
    self.header = header
    self.claims = claims
    self.signature = signature
    self.name = name
    self.by = by
  }
}

/// Changes to a message of a later step, made on the network by an attacker.
package struct TamperStep: Hashable, Sendable {
  package var address: Address
  package var edits: [ScriptedEdit]

  package init(address: Address, edits: [ScriptedEdit]) {
    self.address = address
    self.edits = edits
  }
}

/// `form.code: $loot`; a nil value removes the field.
package struct ScriptedEdit: Hashable, Sendable {
  package var field: MessageField
  package var value: Template?

  package init(field: MessageField, value: Template?) {
    self.field = field
    self.value = value
  }
}

/// A part of a request that can be changed before it is sent.
package enum MessageField: Hashable, Sendable {
  case header(String), form(String), query(String), cookie(String)
  case method, path, body
}

package struct PredictStep: Hashable, Sendable {
  package var subject: Subject
  package var ask: String
  package var choices: [Question.Choice]
  package var hints: [String]

  package init(
    subject: Subject, ask: String, choices: [Question.Choice], hints: [String]
  ) {
    self.subject = subject
    self.ask = ask
    self.choices = choices
    self.hints = hints
  }
}

/// One verb, with what it needs.
package indirect enum Action: Sendable {
  case request(RequestStep)
  case deliver(DeliverStep)
  case steal(StealStep)
  case tamper(TamperStep)
  case forge(ForgeStep)
  case wait(TimeSpan)
  case set([Setting])
  case predict(PredictStep)
  case run(ScriptStep)
  case `repeat`(Int, [Step])
  case note(String)

  package var verb: Verb {
    switch self {
    case .request: .request
    case .deliver: .deliver
    case .steal: .steal
    case .tamper: .tamper
    case .forge: .forge
    case .wait: .wait
    case .set: .set
    case .predict: .predict
    case .run: .run
    case .repeat: .repeat
    case .note: .note
    }
  }
}

/// An explanation and when it is true.
package struct Explanation: Hashable, Sendable {
  /// Nil: while the step's base expectations hold.
  package var when: [Expectation]?
  package var text: String

  package init(when: [Expectation]?, text: String) {
    self.when = when
    self.text = text
  }
}

package struct Step: Sendable {
  package var id: String
  package var action: Action
  package var expect: [Expectation]
  package var explain: [Explanation]
  /// The second depth: how it works.
  package var how: [Explanation]
  package var look: Pane?
  package var place: SourcePlace?

  package init(id: String, action: Action) {
    self.id = id
    self.action = action
    expect = []
    explain = []
    how = []
  }
}
