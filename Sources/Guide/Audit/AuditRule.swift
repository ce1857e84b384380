/// One thing that an audit looks for: what should be so, what was seen instead, and what to do.
package struct AuditRule: Sendable {
  /// What a source would have to hold where a rule cannot see.
  package struct Blindness: Hashable, Sendable {
    /// Why it does not show: "Which algorithms a verifier accepts stands in no message."
    package let why: String
    /// What would show it.
    package let needed: String

    package init(_ why: String, needed: String) {
      self.why = why
      self.needed = needed
    }
  }

  /// Stable, for scripts and for silencing: `K1-alg-pinned`.
  package let id: String
  /// What a finding weighs; a single one may weigh less or more by what was seen.
  package let severity: AuditSeverity
  /// What is so where all is well.
  package let title: String
  package let why: String
  package let remedy: String
  /// Sections that ask for it, the first one first; `CWE-614` among them.
  package let references: [String]
  /// The guide's claims that the rule makes checkable: `K1`, `M3`.
  package let claims: [String]
  /// The scenario that shows it, with its variant: `jwt/alg-none#header-chooses`.
  package let scenario: String
  /// The kinds of source in which the rule can tell that all is well.
  package let sees: Set<AuditSourceKind>
  /// What it looks at, as a plural: "session cookies".
  package let subject: String
  /// What to say of the other kinds.
  package let blindness: Blindness
  let look: @Sendable (AuditView) -> AuditLook

  init(
    _ id: String, _ severity: AuditSeverity, _ title: String, why: String, remedy: String,
    references: [String], claims: [String] = [], scenario: String, sees: Set<AuditSourceKind>,
    subject: String, blindness: Blindness,
    look: @escaping @Sendable (AuditView) -> AuditLook
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.why = why
    self.remedy = remedy
    self.references = references
    self.claims = claims
    self.scenario = scenario
    self.sees = sees
    self.subject = subject
    self.blindness = blindness
    self.look = look
  }

  /// A rule for a point of the checklist or a common mistake, in the words of the guide's row.
  init(
    _ id: String, _ severity: AuditSeverity, _ title: String, row: String,
    references: [String], claims: [String] = [], scenario: String, sees: Set<AuditSourceKind>,
    subject: String, blindness: Blindness,
    look: @escaping @Sendable (AuditView) -> AuditLook
  ) {
    guard let row = GuideRows.row(row) else { preconditionFailure("there is no row \(row)") }
    self.init(
      id, severity, title, why: row.why, remedy: row.remedy, references: references,
      claims: [row.claim.id] + claims, scenario: scenario, sees: sees, subject: subject,
      blindness: blindness, look: look)
  }

  /// Where the first reference can be read.
  package var link: String { ReferenceLink.address(of: references[0]) }

  /// The numbers of the weaknesses (CWE) among the references.
  package var weaknesses: [Int] {
    references.compactMap { $0.hasPrefix("CWE-") ? Int($0.dropFirst(4)) : nil }
  }
}

extension AuditRule.Blindness {
  /// For what only a server knows, with how to find out from outside.
  static func insideServer(_ what: String, tryOut: String) -> Self {
    Self("\(what) stands in no message.", needed: tryOut)
  }
}
