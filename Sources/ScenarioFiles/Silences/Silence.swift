/// A rule of the audit that somebody does not want to hear of, as a file says it.
package struct Silence: Hashable, Sendable {
  package let rule: String
  package let reason: String
  /// From 1.
  package let line: Int
}

/// What became of a file of silences.
package struct SilenceReading: Sendable {
  package let silences: [Silence]
  package let diagnostics: [Diagnostic]
  /// The file's format when only a newer program reads it.
  package let newerFormat: Int?

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
