/// A problem at its place in a file, with the line that it stands in.
package struct Diagnostic: Hashable, Sendable {
  package let problem: Problem
  package let file: String
  /// From 1; the column in bytes.
  package let line: Int
  package let column: Int
  /// In bytes, within the line; at least 1.
  package let length: Int
  /// The line as it stands in the file, unescaped.
  package let excerpt: String

  package var code: String { problem.code }
  package var severity: Severity { problem.severity }
  package var message: String { problem.message }
  package var hint: String? { problem.hint }

  /// "logout.yaml:14:13".
  package var place: String { "\(file):\(line):\(column)" }

  init(_ problem: Problem, _ range: Range<Int>, in file: SourceFile) {
    self.problem = problem
    self.file = file.name
    let clipped = file.firstLine(of: range)
    (line, column) = file.position(of: clipped.lowerBound)
    length = max(1, clipped.count)
    // A file that was refused for its size is one long line to nobody's use.
    excerpt = file.bytes.count > YAMLLimits.bytes ? "" : file.text(file.rangeOfLine(line))
  }
}
