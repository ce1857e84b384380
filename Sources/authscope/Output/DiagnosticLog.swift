import Exporters
import ScenarioFiles
import Wire

/// Mistakes in files as a SARIF log.
struct DiagnosticLog {
  private let diagnostics: [Diagnostic]
  private let files: [String]

  /// `files` are those that were checked, as the user named them.
  init(_ diagnostics: [Diagnostic], files: [String]) {
    self.diagnostics = diagnostics
    self.files = files
  }

  var json: JSONValue {
    let codes = diagnostics.map(\.code)
    let rules = codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map {
      SARIFRule(id: $1)
    }
    var log = SARIFLog(
      version: Authscope.version, rules: rules, results: diagnostics.map(Self.result))
    log.artifacts = files
    let fails = diagnostics.contains { $0.severity == .error }
    log.exit = fails ? (2, "there are mistakes") : (0, "no mistake")
    return log.json
  }

  private static func result(_ it: Diagnostic) -> SARIFResult {
    let start = characters(it, upTo: it.column - 1)
    let end = characters(it, upTo: it.column - 1 + it.length)
    return SARIFResult(
      rule: it.code, level: it.severity == .error ? .error : .warning,
      message: it.message + (it.hint.map { "; " + $0 } ?? ""),
      places: [
        SARIFPlace(file: it.file, line: it.line, columns: start + 1..<max(end, start + 1) + 1)
      ])
  }

  /// SARIF counts characters where we count bytes.
  private static func characters(_ it: Diagnostic, upTo bytes: Int) -> Int {
    String(decoding: it.excerpt.utf8.prefix(bytes), as: UTF8.self).unicodeScalars.count
  }
}
