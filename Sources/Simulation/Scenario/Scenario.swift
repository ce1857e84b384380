import Ledger
import Trace
import Wire

/// The one model of a scenario: the reader decodes straight into it, the engine runs it.
package struct Scenario: Sendable {
  package var id = ""
  /// The lesson in one line.
  package var title = ""
  /// What the library says of it before it is run, in two or three sentences.
  package var about: String?
  /// Sections that the scenario is about.
  package var specs: [String] = []
  /// The guide's claims that it shows: `S5`, `J10`.
  package var shows: [String] = []
  package var seed: UInt64 = 1
  /// The variant that a reader meets first; nil for the scenario as it stands.
  package var opens: String?
  package var world = WorldSpec()
  package var steps: [Step] = []
  /// When the system holds; all of them must.
  package var secureIf: [Expectation] = []
  package var attack: AttackSpec?
  package var variants: [Variant] = []
  package var challenge: Challenge?

  package init() {}

  package func variant(named name: String) -> Variant? { variants.first { $0.name == name } }
}

/// How the scenario proves that its attack is real and what stops it.
package struct AttackSpec: Sendable {
  package struct Stopper: Hashable, Sendable {
    package let defence: DefenceID
    /// The level to add; nil for the defence's strictest.
    package let level: String?
    /// The check at which the attack fails then; nil where no server sees it fail, because the
    /// browser does not play along.
    package let check: CheckID?

    package init(defence: DefenceID, level: String?, check: CheckID?) {
      self.defence = defence
      self.level = level
      self.check = check
    }
  }

  /// The variant in which the attack succeeds; nil for the scenario as it stands.
  package var baseline: String?
  package var stoppedBy: [Stopper]
  /// Succeeds under every defence, and says so.
  package var residual: Bool

  package init(baseline: String?, stoppedBy: [Stopper], residual: Bool = false) {
    self.baseline = baseline
    self.stoppedBy = stoppedBy
    self.residual = residual
  }
}

/// A patch on the scenario with its own expectations.
package struct Variant: Sendable {
  package var name: String
  package var title: String?
  package var set: [Setting]
  /// Naming a step replaces its base expectations; the others stay.
  package var expect: [(step: String, expectations: [Expectation])]

  package init(
    name: String, title: String? = nil, set: [Setting],
    expect: [(step: String, expectations: [Expectation])]
  ) {
    self.name = name
    self.title = title
    self.set = set
    self.expect = expect
  }
}

/// A puzzle: reach the goal from a variant with the verbs allowed.
package struct Challenge: Sendable {
  package var from: String?
  package var brief: String
  package var allow: [Verb]
  package var goal: Expectation
  /// The steps that reach it.
  package var solution: [String]

  package init(
    from: String?, brief: String, allow: [Verb], goal: Expectation, solution: [String]
  ) {
    self.from = from
    self.brief = brief
    self.allow = allow
    self.goal = goal
    self.solution = solution
  }
}
