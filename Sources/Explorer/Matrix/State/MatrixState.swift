import Ledger
import Simulation

/// What the cells say: what a defence does alone, or what is lost without it.
enum MatrixView: Hashable, Sendable {
  case alone, missing
}

/// Attacks and defences, as far as they have been played.
struct MatrixState: Sendable {
  let attacks: [MatrixAttack]
  private(set) var rows: [String: MatrixRow] = [:]
  private(set) var failures: [String: String] = [:]
  /// Attacks that are being played or wait for it.
  private(set) var waiting: Set<String> = []
  /// How many were asked for since nothing waited.
  private(set) var asked = 0
  /// The attack and the column under the cursor.
  private(set) var attack = 0
  private(set) var column = 0
  var view = MatrixView.alone
  /// The family that is shown alone; nil: all.
  private(set) var family: String?
  /// How far the words below are scrolled.
  var scroll = 0
  /// The keys as sentences name them.
  var keys = KeyTable.standard

  func press(_ command: Command) -> String { keys.name(command, in: .matrix) }

  init(attacks: [MatrixAttack]) { self.attacks = attacks }

  func isAsked(_ id: String) -> Bool { waiting.contains(id) }
  var isWorking: Bool { !waiting.isEmpty }
  var selected: MatrixAttack? { attacks.indices.contains(attack) ? attacks[attack] : nil }
  var selectedColumn: MatrixColumn { MatrixColumn.all[column] }
  var row: MatrixRow? { selected.flatMap { rows[$0.id] } }
  /// All runs so far.
  var runs: Int { rows.values.reduce(0) { $0 + $1.runs } }
  /// The attacks that have not been played.
  var unplayed: [String] {
    visible.map { attacks[$0].id }
      .filter { rows[$0] == nil && failures[$0] == nil && !waiting.contains($0) }
  }

  mutating func select(attack index: Int) {
    attack = max(0, min(attacks.count - 1, index))
    scroll = 0
  }

  /// Goes to an attack of that id; where another family is shown alone, all are shown again.
  mutating func select(id: String?) {
    guard let index = attacks.firstIndex(where: { $0.id == id }) else { return }
    if let family, attacks[index].family != family { self.family = nil }
    select(attack: index)
  }

  /// Up or down among those in sight.
  mutating func move(by rows: Int) {
    let visible = self.visible
    guard let place = visible.firstIndex(of: attack) else { return }
    select(attack: visible[max(0, min(visible.count - 1, place + rows))])
  }

  /// The attacks in sight, by their indices.
  var visible: [Int] {
    attacks.indices.filter { family == nil || attacks[$0].family == family }
  }

  /// The next family alone; behind the last one, all.
  mutating func showNextFamily() {
    let all = attacks.map(\.family).uniqued
    let next = family.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    family = all.indices.contains(next) ? all[next] : nil
    if let first = visible.first, !visible.contains(attack) { select(attack: first) }
  }

  mutating func select(column index: Int) {
    column = max(0, min(MatrixColumn.all.count - 1, index))
  }

  /// Goes to the next column, either way, that does something to the attack; false without one.
  mutating func seek(_ direction: Int) -> Bool {
    guard let row else { return false }
    let all = MatrixColumn.all
    let order = direction > 0 ? Array(all.indices) : all.indices.reversed()
    let next = order.first { index in
      (index - column) * direction > 0 && row.matters(all[index])
    }
    guard let next else { return false }
    select(column: next)
    return true
  }

  // Playing.

  mutating func begin(_ ids: [String]) {
    if waiting.isEmpty { asked = 0 }
    asked += ids.count
    waiting.formUnion(ids)
    for id in ids { failures[id] = nil }
  }

  mutating func stop() { waiting = [] }

  /// Takes one out of those that wait or are being played; what is left, in its order.
  mutating func cancel(_ id: String) -> [String] {
    waiting.remove(id)
    asked -= 1
    return attacks.map(\.id).filter(waiting.contains)
  }

  mutating func receive(_ result: MatrixResult) {
    waiting.remove(result.attack)
    if let row = result.row {
      rows[result.attack] = row
    } else {
      failures[result.attack] = result.failure ?? "It declares no attack."
    }
  }
}

/// An attack of the library.
struct MatrixAttack: Hashable, Sendable {
  let id: String
  let title: String

  /// The first half of the id: `session`.
  var family: String { String(id.prefix { $0 != "/" }) }

  static func all(_ course: CourseModel) -> [MatrixAttack] {
    let entries = (course.coreEntries + course.electiveEntries).filter(\.hasAttack)
    let families = entries.map(\.family).uniqued
    return families.flatMap { family in
      entries.filter { $0.family == family }.map { MatrixAttack(id: $0.id, title: $0.title) }
    }.uniqued
  }
}
