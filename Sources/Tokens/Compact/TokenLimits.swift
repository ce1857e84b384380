/// What a stranger's token may cost before anything about it is known.
package struct TokenLimits: Hashable, Sendable {
  /// The whole text in bytes.
  package var token = 4 << 20
  /// The decoded header in bytes.
  package var header = 64 << 10

  package init() {}
}
