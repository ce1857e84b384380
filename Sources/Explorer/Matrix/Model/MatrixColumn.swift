import Ledger
import Simulation

/// A column of the matrix.
enum MatrixColumn: Hashable, Sendable {
  /// The world without any defence, and the one with all.
  case nothing, everything
  case defence(DefenceID)

  static let all: [MatrixColumn] =
    [.nothing, .everything] + DefenceCatalogue.all.map { .defence($0.id) }

  /// How many columns stand before the defences.
  static let worlds = 2

  var defence: DefenceID? {
    switch self {
    case .defence(let id): id
    case .nothing, .everything: nil
    }
  }

  /// What is on when it is on.
  var title: String {
    switch self {
    case .nothing: "every defence off"
    case .everything: "every defence on"
    case .defence(let id): DefenceCatalogue.defence(id)?.title ?? ""
    }
  }

  var name: String {
    switch self {
    case .nothing: "all off"
    case .everything: "all on"
    case .defence(let id): id.text
    }
  }
}

/// Defences that belong together, in the order of the catalogue.
struct DefenceFamily: Hashable, Sendable {
  let title: String
  /// Its columns.
  let columns: Range<Int>

  /// Each family begins with a defence.
  private static let beginnings: [(title: String, first: DefenceID)] = [
    ("sessions and browsers", "revoke-on-logout"), ("tokens", "pin-algorithm"),
    ("OAuth and OpenID Connect", "state-sent"),
  ]

  static let all: [DefenceFamily] = {
    let places = beginnings.map { family in
      MatrixColumn.all.firstIndex(of: .defence(family.first)) ?? MatrixColumn.worlds
    }
    let ends = places.dropFirst() + [MatrixColumn.all.count]
    return zip(beginnings, zip(places, ends)).map { family, place in
      DefenceFamily(title: family.title, columns: place.0..<max(place.0, place.1))
    }
  }()

  static func of(_ column: Int) -> DefenceFamily? { all.first { $0.columns.contains(column) } }
}
