import Ledger
import Trace

/// One typed setting: what variants, `set` steps, `--set` and the explorer's toggles change.
package enum Setting: Hashable, Sendable {
  /// `defences.pkce: required`
  case defence(DefenceID, level: String)
  /// `stores.sessions.shared: false`
  case storeShared(String, Bool)
  /// `servers.app.count: 3`
  case serverCount(String, Int)
  /// `servers.app.balance: sticky`
  case balance(String, Balance)
  /// `servers.api.access-lifetime: 30d`
  case span(String, ServerSpan, TimeSpan)
  /// `servers.api.algorithm: RS256`
  case algorithm(String, String)
  /// `servers.idp.tokens: opaque`
  case tokens(String, TokenFormat)
  /// `servers.reports.verify: introspection`
  case verify(String, Verification)
  /// `servers.idp.condition: maintenance`
  case condition(String, ServerCondition)
  /// `servers.api.encryption: public-key`
  case encryption(String, TokenEncryption)
  /// `servers.archive.extensions: read-only`
  case extensions(String, [String])
  /// `servers.shop.response-mode: form_post`
  case deployment(String, DeploymentChoice)

  /// As it is written on the command line: `defences.pkce=required`.
  package var text: String {
    switch self {
    case .defence(let id, let level): "defences.\(id.text)=\(level)"
    case .storeShared(let store, let shared): "stores.\(store).shared=\(shared)"
    case .serverCount(let server, let count): "servers.\(server).count=\(count)"
    case .balance(let server, let balance): "servers.\(server).balance=\(balance.rawValue)"
    case .span(let server, let span, let value):
      "servers.\(server).\(span.rawValue)=\(value.text)"
    case .algorithm(let server, let name): "servers.\(server).algorithm=\(name)"
    case .tokens(let server, let format): "servers.\(server).tokens=\(format.rawValue)"
    case .verify(let server, let way): "servers.\(server).verify=\(way.rawValue)"
    case .condition(let server, let word): "servers.\(server).condition=\(word.rawValue)"
    case .encryption(let server, let way): "servers.\(server).encryption=\(way.rawValue)"
    case .extensions(let server, let names):
      "servers.\(server).extensions=\(names.joined(separator: ","))"
    case .deployment(let server, let choice): "servers.\(server).\(choice.text)"
    }
  }

  /// The defence that it sets, if it sets one.
  package var defence: DefenceID? {
    switch self {
    case .defence(let id, _): id
    case .storeShared, .serverCount, .balance, .span, .algorithm, .tokens, .verify, .condition,
      .encryption, .extensions, .deployment:
      nil
    }
  }

  /// Whether it can change while a run goes on.
  package var changesInRuns: Bool {
    switch self {
    case .defence, .condition: true
    case .storeShared, .serverCount, .balance, .span, .algorithm, .tokens, .verify, .encryption,
      .extensions, .deployment:
      false
    }
  }
}
