/// What a rule says of a source.
package struct AuditAnswer: Sendable {
  package enum Verdict: Hashable, Sendable {
    case found([AuditSighting])
    /// How many things of the rule's subject were looked at.
    case notFound(looked: Int)
    /// Why it cannot be seen from this source, and what would show it.
    case cannotBeSeen(AuditRule.Blindness)
  }

  package let rule: AuditRule
  package let verdict: Verdict
  /// Why somebody does not want to hear of what was found.
  package let silence: AuditSilence?

  package var sightings: [AuditSighting] {
    if case .found(let sightings) = verdict { sightings } else { [] }
  }

  package var isFound: Bool { !sightings.isEmpty }

  /// The heaviest of what was found.
  package var severity: AuditSeverity? { sightings.map(\.severity).max() }

  /// Whether the audit fails by it.
  package var fails: Bool { silence == nil && severity?.fails == true }

  func silenced(by silence: AuditSilence?) -> AuditAnswer {
    AuditAnswer(rule: rule, verdict: verdict, silence: silence)
  }
}

/// A rule that is not to be heard of, and why not.
package struct AuditSilence: Hashable, Sendable {
  package let rule: String
  package let reason: String
  /// Where it was said: "--ignore", "authscope-audit.yaml:4".
  package let origin: String

  package init(rule: String, reason: String, origin: String) {
    self.rule = rule
    self.reason = reason
    self.origin = origin
  }
}
