/// What a check is: its name, its claim in one line, and who asks for it.
package struct CheckInfo: Hashable, Sendable {
  package let id: CheckID
  /// What holds when the check passes: "the verifier fits the challenge".
  package let title: String
  /// The section that asks for the check: "RFC 7636 4.6". Empty when it is our own rule.
  package let reference: String
  /// The defence whose switch governs the check; nil for a gate, which is always on.
  package let defence: DefenceID?

  package init(
    _ id: CheckID, _ title: String, _ reference: String = "", defence: DefenceID? = nil
  ) {
    self.id = id
    self.title = title
    self.reference = reference
    self.defence = defence
  }
}

/// One line of a ledger: a check and its result.
package struct LedgerRow: Hashable, Sendable {
  package let check: CheckInfo
  package let outcome: Outcome

  package init(_ check: CheckInfo, _ outcome: Outcome) {
    self.check = check
    self.outcome = outcome
  }
}
