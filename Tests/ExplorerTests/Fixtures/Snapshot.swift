import CellUI
import Explorer
import Foundation
import Testing

/// Compares screens with the files under `Snapshots`; with `AUTHSCOPE_RECORD=1` it writes them and
/// fails, so that a recording is never taken for a pass.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots")

  /// The text, and one letter for the role of each cell, and one for its emphasis.
  static func text(_ frame: Frame) -> String {
    let grid = frame.grid
    let cursor = frame.cursor.map { "cursor \($0.x),\($0.y)" } ?? "no cursor"
    return
      (trimmed(grid.lines()) + ["== roles"] + grid.roleLines() + ["== emphasis"]
      + trimmed(grid.emphasisLines()) + [cursor, ""]).joined(separator: "\n")
  }

  /// Without the blanks at the end, which editors remove.
  private static func trimmed(_ lines: [String]) -> [String] {
    lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["AUTHSCOPE_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("there is no snapshot \(name); record it", sourceLocation: sourceLocation)
      return
    }
    #expect(text == expected, "\(name) differs\n\(text)", sourceLocation: sourceLocation)
  }
}
