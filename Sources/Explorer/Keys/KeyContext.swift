/// Where a key means something.
enum KeyContext: String, CaseIterable, Hashable, Sendable {
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
  case chooser

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
    }
  }
}
