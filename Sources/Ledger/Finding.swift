/// What a judge says of the facts before it, whether or not anybody asked.
package enum Finding: Hashable, Sendable {
  case holds
  /// The facts contradict the rule; both sides are worded for the person who reads the ledger.
  case fails(expected: String, actual: String)
  /// There was nothing to judge, and why: no challenge was sent, no signature was asked for.
  case moot(String)
}

/// Why a check was not made.
package enum Waiver: Hashable, Sendable {
  /// A defence that governs the check is switched off.
  case defence(DefenceID)
  /// The caller did not ask for it, in the caller's words ("you ask for no audience").
  case caller(String)
}

/// One row's result in a ledger of checks.
package enum Outcome: Hashable, Sendable {
  case pass
  case fail(expected: String, actual: String)
  /// Not checked, and what the same judge says of the same facts.
  case off(Waiver, Finding)
  case notApplicable(String)
  /// An earlier row refused, so this one was never asked.
  case notReached
}
