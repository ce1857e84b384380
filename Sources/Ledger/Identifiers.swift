/// The stable name of a check, as scenarios, ledgers and audit reports say it (`session-known`).
package struct CheckID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  package let text: String
  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }
  package static func < (a: CheckID, b: CheckID) -> Bool { a.text < b.text }
}

/// The stable name of a defence: a switch that governs checks, rules and behaviours (`pkce`).
package struct DefenceID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  package let text: String
  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }
  package static func < (a: DefenceID, b: DefenceID) -> Bool { a.text < b.text }
}
