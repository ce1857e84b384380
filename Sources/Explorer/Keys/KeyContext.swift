/// Where a key means something.
enum KeyContext: String, CaseIterable, Hashable, Sendable {
  case library
  case run
  case bench
  case guide
  case help
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
    case .tamper: "Message editor"
    case .chooser: "Branches"
    }
  }
}
