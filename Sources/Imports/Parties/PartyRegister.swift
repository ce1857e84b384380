import Trace
import Wire

/// Who takes part: the browser, and a server for each origin, named after what it does.
struct PartyRegister {
  /// More lanes than these nobody looks at; the rest share one.
  private static let most = 200

  private(set) var parties: [Party] = []
  private var byOrigin: [String: PartyID] = [:]
  private var byName: [String: PartyID] = [:]
  private let roles: Roles
  private let browser: String

  init(_ exchanges: [ImportedExchange], writer: ImportReport.Writer) {
    roles = Roles(exchanges)
    browser = writer.browserTitle
    for exchange in exchanges { register(exchange) }
    // An origin of our own files may be a client of another: senders come last.
    for exchange in exchanges { exchange.client = client(exchange) }
  }

  private mutating func register(_ exchange: ImportedExchange) {
    let origin = exchange.url.origin
    let instance = Int(exchange.instance)
    if let known = byOrigin[origin] {
      exchange.server = known
      let party = parties[Int(known.index)]
      if instance > party.instances {
        parties[Int(known.index)] = Party(
          name: party.name, title: party.title, kind: party.kind, origin: party.origin,
          instances: instance)
      }
      return
    }
    if parties.isEmpty, exchange.from == nil { _ = browserParty() }
    let role = roles[origin]
    let isFull = parties.count >= Self.most
    let name = exchange.to.map(Self.withoutInstance)
    exchange.server =
      isFull
      ? others()
      : add(
        name: name ?? role.name ?? exchange.url.host, title: title(exchange.url, role, name),
        kind: role.kind, origin: origin, instances: max(1, instance))
    byOrigin[origin] = exchange.server
  }

  private func title(_ url: WireURL, _ role: Role, _ name: String?) -> String {
    let host = url.host + (url.port.map { ":\($0)" } ?? "")
    if let name { return name }
    return role.name == nil ? host : "\(host) (\(role.words))"
  }

  private mutating func client(_ exchange: ImportedExchange) -> PartyID {
    guard let from = exchange.from.map(Self.withoutInstance) else { return browserParty() }
    if let known = byName[from] { return known }
    guard parties.count < 2 * Self.most else { return browserParty() }
    return add(name: from, title: from, kind: .browser, origin: nil)
  }

  private mutating func browserParty() -> PartyID {
    byName["browser"] ?? add(name: "browser", title: browser, kind: .browser, origin: nil)
  }

  private mutating func others() -> PartyID {
    byName["others"] ?? add(name: "others", title: "Other servers", kind: .webApp, origin: nil)
  }

  private mutating func add(
    name: String, title: String, kind: PartyKind, origin: String?, instances: Int = 1
  ) -> PartyID {
    var unique = name
    var number = 2
    while byName[unique] != nil {
      unique = "\(name)-\(number)"
      number += 1
    }
    let id = PartyID(parties.count)
    parties.append(
      Party(name: unique, title: title, kind: kind, origin: origin, instances: instances))
    byName[unique] = id
    return id
  }

  /// `app` of `app#2`.
  private static func withoutInstance(_ name: String) -> String {
    String(name.prefix { $0 != "#" })
  }
}

extension ImportReport.Writer {
  fileprivate var browserTitle: String {
    switch self {
    case .chrome: "The browser (Chrome)"
    case .firefox: "The browser (Firefox)"
    case .safari: "The browser (Safari)"
    case .mitmproxy, .authscope, .other: "The browser"
    }
  }
}
