import Trace

/// Which panes are in sight, and how.
struct PaneState: Hashable, Sendable {
  /// The pane that has the keys.
  var focus = Pane.sequence
  /// The pane in sight where there is room for one besides the sequence.
  var shown = Pane.message
  /// The step for which the reader chose that pane; it follows what happens again after it.
  var pinnedStep: Int?
  /// Panes with changes that have not been seen.
  var unseen: Set<Pane> = []
  var zoomed = false
  var scroll: [Pane: Int] = [:]
  /// The thing under the cursor of a pane, by its index among the pane's things.
  var cursor: [Pane: Int] = [:]
  var boxScroll = 0
  /// `v`: the sequence as lines instead of arrows between lanes.
  var showsLines = false
  /// `v`: the bytes of a message.
  var showsBytes = false
  /// `v`: all rows of the stores rather than those of this message.
  var showsAllRows = false
  /// The token shown, of those in the message.
  var token = 0
  var defence = 0
}

/// How much is explained.
enum Depth: Int, Hashable, Sendable, CaseIterable {
  case line, how, references, engine

  var title: String {
    switch self {
    case .line: "1 line"
    case .how: "2 how"
    case .references: "3 HTTP and RFC"
    case .engine: "4 engine"
    }
  }
}
