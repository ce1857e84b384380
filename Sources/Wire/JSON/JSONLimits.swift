/// What a reader of JSON accepts beyond the grammar (RFC 8259 9 lets a parser set limits).
package struct JSONLimits: Hashable, Sendable {
  /// What becomes of `\ud800` without its other half: it stands for no character (RFC 8259 8.2).
  package enum LoneSurrogate: Hashable, Sendable {
    case refused
    /// Read as U+FFFD; a document reports each.
    case replaced
  }

  /// How deep arrays and objects may nest. The reader recurses, so at most 1000.
  package var depth: Int
  package var bytes: Int
  package var loneSurrogates: LoneSurrogate

  package init(
    depth: Int = 64, bytes: Int = 16 << 20, loneSurrogates: LoneSurrogate = .refused
  ) {
    precondition((0...1000).contains(depth), "the reader recurses once for each level")
    self.depth = depth
    self.bytes = bytes
    self.loneSurrogates = loneSurrogates
  }

  /// For values that something is decided on.
  package static let strict = JSONLimits()
  /// For showing what a text says, whatever it says.
  package static let lenient = JSONLimits(depth: 512, loneSurrogates: .replaced)
}
