/// A table from meanings to looks.
package struct Theme: Hashable, Sendable {
  package let name: String
  private let table: [Attributes]

  package init(name: String, _ look: (StyleRole) -> Attributes) {
    self.name = name
    table = StyleRole.allCases.map(look)
  }

  package func attributes(_ role: StyleRole, _ emphasis: Emphasis = []) -> Attributes {
    table[Int(role.rawValue)].emphasised(emphasis)
  }

  /// Every theme, in the order in which they are offered.
  package static let all = [dark, light, colorBlind, mono]

  package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

  /// The theme to use: without colours if the user's NO_COLOR asks for that (no-color.org).
  package static func choose(_ wanted: Theme, noColor: Bool) -> Theme { noColor ? mono : wanted }
}
