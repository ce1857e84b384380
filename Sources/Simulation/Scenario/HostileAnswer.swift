/// What an attacker's server does with the requests of one method and path: it keeps parts of them,
/// and answers with a redirect, a page or JSON.
package struct HostileAnswer: Hashable, Sendable {
  /// A part of the request, under the name that attackers use it by later.
  package struct Keep: Hashable, Sendable {
    package var name: String
    package var part: KeptPart

    package init(name: String, part: KeptPart) {
      self.name = name
      self.part = part
    }
  }

  package enum Content: Hashable, Sendable {
    case redirect(Template)
    case page(Template)
    case json([TemplatePair])
  }

  package var method: String
  package var path: String
  package var keeps: [Keep]
  /// Nil: what goes with the content, 303 or 200.
  package var status: Int?
  package var content: Content

  package init(method: String, path: String) {
    self.method = method
    self.path = path
    keeps = []
    content = .page(Template("Nothing to see here."))
  }
}

/// What a server can keep of a request.
package enum KeptPart: Hashable, Sendable {
  case field(MessageField)
  /// The URL without its query.
  case address
  /// A query parameter of the page that the request came from, as Referer tells it.
  case referer(String)
  /// A parameter behind the # of the page's address, which a script of the page reads.
  case fragment(String)
}
