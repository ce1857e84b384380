/// How much a finding weighs; the words are SARIF's (3.27.10).
package enum AuditSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Somebody gets in by it, or a specification forbids it.
  case error
  /// It takes one more mistake, or a specification advises against it.
  case warning
  /// Worth a thought; it fails no audit.
  case note

  /// Whether the audit fails by it.
  package var fails: Bool { self != .note }

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }

  package static func < (a: AuditSeverity, b: AuditSeverity) -> Bool { a.weight < b.weight }
}
