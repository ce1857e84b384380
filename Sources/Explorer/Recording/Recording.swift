/// What is known of a run that came from elsewhere and cannot be played again.
package struct Recording: Hashable, Sendable {
  /// Something that an audit of it says, or that is missing in it.
  package struct Finding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable, CaseIterable {
      /// What is wrong, gravest first.
      case error, warning, note
      /// What the file cannot tell, with how to get it.
      case missing
    }

    package let kind: Kind
    /// `K5-cookie-attributes`; empty for what is missing.
    package let id: String
    package let title: String
    /// What was seen, and what to do.
    package let detail: String
    /// The records of the trace that it was seen in.
    package let records: [Int]

    package init(kind: Kind, id: String, title: String, detail: String, records: [Int] = []) {
      self.kind = kind
      self.id = id
      self.title = title
      self.detail = detail
      self.records = records
    }
  }

  /// "a HAR file of Firefox".
  package let origin: String
  /// One diagnosis, or that there is none: the first line of what is said.
  package let headline: String
  /// What speaks for it, and what to do about it.
  package let details: [String]
  package let findings: [Finding]

  package init(origin: String, headline: String, details: [String], findings: [Finding]) {
    self.origin = origin
    self.headline = headline
    self.details = details
    self.findings = findings
  }
}
