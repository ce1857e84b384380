import Trace

/// The way back from something on the screen to where it comes from, with the row under the cursor.
struct WhyState: Hashable, Sendable {
  /// "the cookie sid".
  let name: String
  let links: [WhyLink]
  var row = 0
}
