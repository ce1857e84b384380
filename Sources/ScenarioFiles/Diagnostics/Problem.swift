/// What is wrong with a file, without its place; `Wording/` holds one of them for every sentence.
package struct Problem: Error, Hashable, Sendable {
  /// Stable, for scripts: `unknown-key`.
  package let code: String
  package var severity: Severity
  /// What was found and what was expected, one clause without a full stop.
  package let message: String
  /// What to do: "did you mean status?".
  package let hint: String?

  init(_ code: String, _ message: String, hint: String? = nil, severity: Severity = .error) {
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
  }
}

package enum Severity: String, Hashable, Sendable, CaseIterable {
  case error, warning
}
