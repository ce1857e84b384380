import CellUI
import Ledger
import Simulation

/// What a cell of the matrix says: a sign, a word and a role, never the colour alone.
enum MatrixMark: CaseIterable, Hashable, Sendable {
  case unplayed
  // What a defence does alone.
  case only, enough, together, breaking, noEffect
  // What is lost without it.
  case missed, spared
  // What becomes of the attack in a world.
  case works, stopped

  var sign: Character {
    switch self {
    case .unplayed: "?"
    case .only: "#"
    case .enough: "+"
    case .together: "&"
    case .breaking: "%"
    case .noEffect, .spared: "."
    case .missed: "!"
    case .works: "$"
    case .stopped: "x"
    }
  }

  var word: String {
    switch self {
    case .unplayed: "not played yet"
    case .only: "alone enough, and no other is"
    case .enough: "alone enough; others are, too"
    case .together: "needed together with others"
    case .breaking: "stops honest use, too"
    case .noEffect: "no effect alone"
    case .missed: "without it the attack works"
    case .spared: "without it others stop the attack"
    case .works: "the attack works"
    case .stopped: "the attack fails"
    }
  }

  var role: StyleRole {
    switch self {
    case .unplayed: .inactive
    case .only: .ok
    case .enough: .added
    case .together, .breaking: .warning
    case .noEffect, .spared: .dim
    case .missed, .works: .attack
    case .stopped: .refused
    }
  }

  /// The signs of a view, for the legend.
  static func legend(_ view: MatrixView) -> [MatrixMark] {
    switch view {
    case .alone: [.only, .enough, .together, .breaking, .noEffect, .unplayed, .works, .stopped]
    case .missing: [.missed, .spared, .unplayed, .works, .stopped]
    }
  }
}

extension MatrixRow {
  func mark(_ column: MatrixColumn, _ view: MatrixView) -> MatrixMark {
    switch column {
    case .nothing: return worksUndefended ? .works : .stopped
    case .everything: return stoppedByAll ? .stopped : .works
    case .defence(let id):
      if view == .missing { return missed.contains(id) ? .missed : .spared }
      switch cell(id) {
      case .only: return .only
      case .enough: return .enough
      case .together: return .together
      case .breaking: return .breaking
      case .noEffect: return .noEffect
      }
    }
  }

  /// Whether a column says something about this attack that others do not.
  func matters(_ column: MatrixColumn) -> Bool {
    guard let id = column.defence else { return true }
    return cell(id) != .noEffect || missed.contains(id)
  }

  /// The defences that do something, in the order of the catalogue.
  var effective: [DefenceID] {
    MatrixColumn.all.filter(matters).compactMap(\.defence)
  }

  /// The world that proves a cell.
  func world(_ column: MatrixColumn, _ view: MatrixView) -> MatrixWorld {
    switch column {
    case .nothing: return .nothing
    case .everything: return .everything
    case .defence(let id):
      if view == .missing { return .without(id) }
      // What does nothing alone is shown in the set in which it does.
      let set = cell(id) == .together ? smallest.first { $0.contains(id) } : nil
      return .only(set ?? [id], undefended: worksUndefended)
    }
  }
}

extension MatrixWorld {
  /// "only pin-algorithm on".
  var words: String {
    switch self {
    case .nothing: "every defence off"
    case .everything: "every defence on"
    case .only(let set, let undefended):
      "\(undefended ? "only " : "")\(set.map(\.text).joined(separator: " + "))"
        + (undefended ? " on" : " added")
    case .without(let id): "every defence on but \(id.text)"
    }
  }
}
