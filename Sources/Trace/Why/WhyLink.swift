/// One step back on the way from a value to where it comes from.
package struct WhyLink: Hashable, Sendable {
  package enum Sign: String, Hashable, Sendable, CaseIterable {
    /// What was asked about.
    case subject
    case made, stored, sent, read, removed
    case passed, failed
    /// A check that was not asked, or a behaviour that was left out, because a defence is off.
    case omitted
    /// An attacker took, made or changed it.
    case attack
    /// It was there before the first step, or a rule of the protocol says so.
    case given
  }

  package let sign: Sign
  package let text: String
  /// Where it happened; nil for what did not happen at one place.
  package let record: Int?

  package init(_ sign: Sign, _ text: String, at record: Int? = nil) {
    self.sign = sign
    self.text = text
    self.record = record
  }
}
