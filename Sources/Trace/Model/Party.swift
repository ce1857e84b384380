/// A party's index in `Trace.parties`.
package struct PartyID: Hashable, Sendable, Comparable {
  package let index: Int16
  package init(_ index: Int) { self.index = Int16(index) }
  package static func < (a: PartyID, b: PartyID) -> Bool { a.index < b.index }
}

package enum PartyKind: String, Hashable, Sendable, CaseIterable {
  case browser
  case nativeApp = "native-app"
  case attacker
  case webApp = "web-app"
  case api
  case oauthClient = "oauth-client"
  case provider

  /// Whether the party starts messages by itself (a lane of a person, not of a server).
  package var isClient: Bool {
    switch self {
    case .browser, .attacker: true
    case .nativeApp, .webApp, .api, .oauthClient, .provider: false
    }
  }
}

/// Somebody who sends or answers messages; one lane in the sequence, however many instances.
package struct Party: Hashable, Sendable {
  /// The name in the scenario file: `laptop`, `app`.
  package let name: String
  /// The name for people: "Alice's laptop".
  package let title: String
  package let kind: PartyKind
  /// Where it answers (`https://app.test`); nil for clients.
  package let origin: String?
  /// How many instances stand behind its name.
  package let instances: Int

  package init(name: String, title: String, kind: PartyKind, origin: String?, instances: Int) {
    self.name = name
    self.title = title
    self.kind = kind
    self.origin = origin
    self.instances = instances
  }
}
