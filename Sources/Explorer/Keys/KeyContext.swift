/// Where a key means something.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  case library
  case run
  case bench
  case guide
  case help
  /// Two runs side by side.
  case compare
  /// Attacks and defences.
  case matrix
  /// The editor of a message.
  case tamper
  /// The list of branches.
  case chooser = "branches"
  /// Any other list that lies over a screen.
  case list

  var title: String {
    switch self {
    case .library: "Library"
    case .run: "Run"
    case .bench: "Token bench"
    case .guide: "Guide"
    case .help: "Help"
    case .compare: "Compare"
    case .matrix: "Matrix"
    case .tamper: "Message editor"
    case .chooser: "Branches"
    case .list: "Lists"
    }
  }
}
