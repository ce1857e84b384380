/// A row of the pane "Your policy".
enum PolicyRow: Int, Hashable, Sendable, CaseIterable {
  case algorithms, key, issuer, audience, type, leeway, clock, expiry, shortKeys

  var title: String {
    switch self {
    case .algorithms: "algorithms"
    case .key: "key"
    case .issuer: "issuer"
    case .audience: "audience"
    case .type: "type"
    case .leeway: "leeway"
    case .clock: "clock"
    case .expiry: "expiry"
    case .shortKeys: "short keys"
    }
  }
}
