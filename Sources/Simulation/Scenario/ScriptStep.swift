import Wire

/// Whose cookies a `fetch` carries (Fetch 2.2.5, credentials mode).
package enum FetchCredentials: String, Hashable, Sendable, CaseIterable {
  case include
  case sameOrigin = "same-origin"
  case omit
}

/// A request that a script sends by `fetch`.
package struct FetchAct: Hashable, Sendable {
  package var method: String
  package var url: Template
  package var form: [TemplatePair]
  package var headers: [TemplatePair]
  /// Put into `Authorization: Bearer`.
  package var bearer: Template?
  /// The proof that goes along, where clients make proofs.
  package var proof: StepProof?
  package var credentials: FetchCredentials
  /// Parts of the answer that the script may read.
  package var captures: [Capture]

  package init(method: String, url: Template) {
    self.method = method
    self.url = url
    form = []
    headers = []
    credentials = .sameOrigin
    captures = []
  }
}

/// What a script does.
package enum ScriptAct: Hashable, Sendable {
  case fetch(FetchAct)
  /// `localStorage.access = $token`
  case writeStorage(key: String, Template)
  /// `document.cookie = sid=…; Domain=shop.test`
  case writeCookie(Template)
  /// `postMessage https://shop.test`, to the window that the page has opened, or that opened it.
  case message(MessageAct)
}

/// What a script says to another window (HTML 9.3).
package struct MessageAct: Hashable, Sendable {
  /// The origin that the window must have; `*` for any.
  package var target: String
  package var data: [TemplatePair]

  package init(target: String, data: [TemplatePair] = []) {
    self.target = target
    self.data = data
  }
}

/// A script in a page that a client has open, with the rights of the page's origin.
package struct ScriptStep: Hashable, Sendable {
  /// The client's index.
  package var client: Int
  /// The URL of the page.
  package var page: String
  package var act: ScriptAct

  package init(client: Int, page: String, act: ScriptAct) {
    self.client = client
    self.page = page
    self.act = act
  }
}
