/// A value opened whole, over the screen.
struct WholeState: Hashable, Sendable {
  let name: String
  let text: String
  var offset = 0
}
