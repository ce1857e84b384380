/// What a reader has set for the explorer.
package struct ExplorerSettings: Hashable, Sendable {
  package var keys = KeyTable.standard
  /// Messages are shown as bytes at first: every secret in full.
  package var showsBytes = false
  /// The last line names many keys from the first lesson on.
  package var showsManyKeys = false
  /// How much is explained at first, from 1.
  package var depth = 1
  /// Clicks and the wheel are the explorer's at first.
  package var mouse = true

  package init() {}

  /// How many depths there are.
  package static let depths = 1...Depth.allCases.count
}
