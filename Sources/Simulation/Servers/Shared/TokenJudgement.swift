import Tokens

/// What a server asked of a token when it judged it: its policy with keys and all that its defences
/// left out, so that another token can be tried on the same rules.
package struct TokenJudgement: Sendable {
  package let token: String
  /// The server's name in the scenario.
  package let server: String
  package let policy: VerificationPolicy
  /// The server's clock, in seconds since 1970.
  package let now: Int

  /// Every judgement of a run in order, by playing it again.
  package static func all(in scenario: Scenario, _ inputs: RunInputs) -> [TokenJudgement] {
    let run = Run(scenario, inputs)
    run.judgements = []
    while run.advance() {}
    return run.judgements ?? []
  }
}
