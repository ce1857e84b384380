import CellUI
import Trace

/// How the run screen is divided, by its size.
enum RunArrangement: Hashable, Sendable {
  /// One line that says what is missing.
  case notice
  /// One pane at a time.
  case single
  /// The sequence above, one pane below.
  case stacked
  /// The sequence at the left, one pane at the right, the explanation below.
  case split
  /// Everything in two columns.
  case wide
  /// Everything in three columns.
  case triple

  static let smallest = Size(width: 40, height: 10)

  static func of(_ size: Size) -> RunArrangement {
    if !size.holds(smallest) { return .notice }
    if !size.holds(Size(width: 60, height: 16)) { return .single }
    if !size.holds(Size(width: 96, height: 28)) { return .stacked }
    if !size.holds(Size(width: 120, height: 40)) { return .split }
    if !size.holds(Size(width: 200, height: 60)) { return .wide }
    return .triple
  }

  var showsAllPanes: Bool {
    switch self {
    case .wide, .triple: true
    case .notice, .single, .stacked, .split: false
    }
  }

  /// The pane that has the keys: always one that is in sight.
  func focus(_ panes: PaneState) -> Pane {
    if panes.focus == .sequence || showsAllPanes { return panes.focus }
    return panes.shown
  }
}
