import Wire

/// Diagnostics for programs: an array of objects, `endColumn` behind the last byte.
package enum DiagnosticJSON {
  package static func value(_ diagnostics: [Diagnostic]) -> JSONValue {
    .array(diagnostics.map { object($0) })
  }

  private static func object(_ it: Diagnostic) -> JSONValue {
    [
      "file": .string(it.file), "line": .integer(it.line), "column": .integer(it.column),
      "endColumn": .integer(it.column + it.length), "severity": .string(it.severity.rawValue),
      "code": .string(it.code), "message": .string(it.message),
      "hint": it.hint.map { .string($0) } ?? .null,
    ]
  }
}
