/// What is asked of every mechanism alike: so many users sign in, each opens so many pages at an
/// even pace, and signs out.
package struct ComparedLoad: Hashable, Sendable {
  package var users = 10
  /// Pages that each user opens after signing in.
  package var pages = 20
  package var servers = 3
  /// Seconds between two pages of one user; as many as there are users at least, because a step of
  /// the simulation takes one.
  package var pause = 60
  /// How many seconds an access token lives.
  package var lifetime = 900

  package init() {}

  /// What can be adjusted.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case users, pages, servers, pause, lifetime

    package var bounds: ClosedRange<Int> {
      switch self {
      case .users: 1...500
      case .pages: 1...1000
      case .servers: 1...64
      case .pause: 1...86_400
      case .lifetime: 10...2_592_000
      }
    }
  }

  package subscript(_ field: Field) -> Int {
    get {
      switch field {
      case .users: users
      case .pages: pages
      case .servers: servers
      case .pause: pause
      case .lifetime: lifetime
      }
    }
    set {
      switch field {
      case .users: users = newValue
      case .pages: pages = newValue
      case .servers: servers = newValue
      case .pause: pause = newValue
      case .lifetime: lifetime = newValue
      }
    }
  }

  /// Beyond this many pages altogether a comparison takes more than a few seconds.
  package static let mostPages = 5_000

  package var allPages: Int { users * pages }

  /// The same with every figure within its bounds, and no more pages than there may be.
  package var clamped: ComparedLoad {
    var out = self
    for field in Field.allCases {
      out[field] = min(max(self[field], field.bounds.lowerBound), field.bounds.upperBound)
    }
    out.pages = min(out.pages, Self.mostPages / out.users)
    out.pause = max(out.pause, out.users)
    return out
  }
}
