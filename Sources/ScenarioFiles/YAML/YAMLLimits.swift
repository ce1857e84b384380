/// What a file may have at most; more is refused before it costs time or memory.
enum YAMLLimits {
  static let bytes = 1 << 20
  /// Lists and mappings inside one another.
  static let depth = 32
  /// Values and keys together.
  static let nodes = 50_000
  /// Names of one sort in a scenario: steps, users, servers. A screen could not show more, and what
  /// is looked up among them stays quick.
  static let names = 1000
}
