/// Collects diagnostics while files are read; all of them at once, within reason.
final class Report {
  /// More than anybody mends in one go.
  static let limit = 200

  private var found: [(file: Int, diagnostic: Diagnostic)] = []
  private var files: [String] = []
  private var leftOut = 0
  private(set) var hasErrors = false

  /// More would not be shown, so that nobody need look for a better word.
  var isFull: Bool { found.count >= Self.limit }

  func say(_ problem: Problem, _ range: Range<Int>, in file: SourceFile) {
    if problem.severity == .error { hasErrors = true }
    guard !isFull else {
      leftOut += 1
      return
    }
    found.append((index(of: file.name), Diagnostic(problem, range, in: file)))
  }

  /// By file in the order of their reading, then by place.
  func sorted(in main: SourceFile) -> [Diagnostic] {
    var all = found.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.file != b.file { return a.file < b.file }
      if a.diagnostic.line != b.diagnostic.line { return a.diagnostic.line < b.diagnostic.line }
      if a.diagnostic.column != b.diagnostic.column {
        return a.diagnostic.column < b.diagnostic.column
      }
      return left.offset < right.offset
    }.map(\.element.diagnostic)
    if leftOut > 0 { all.append(Diagnostic(.tooManyProblems(leftOut), 0..<0, in: main)) }
    return all
  }

  private func index(of file: String) -> Int {
    if let index = files.firstIndex(of: file) { return index }
    files.append(file)
    return files.count - 1
  }
}
