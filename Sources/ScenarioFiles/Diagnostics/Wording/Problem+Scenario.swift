import Trace

// Sentences about the scenario as a whole: attack, variants, challenge.
extension Problem {
  static let attackWithoutGoal = Problem(
    "attack", "an attack needs secure-if, which says whether it succeeded",
    hint: "secure-if: STEP.status == 403")

  static let residualButStopped = Problem(
    "attack", "a residual attack is stopped by nothing", hint: "remove stopped-by, or residual")

  static let neverStopped = Problem(
    "attack", "the attack does not say what stops it",
    hint: "stopped-by: [{ defence: pkce, check: verifier-matches }], or residual: true")

  static let emptyVariant = Problem(
    "variant", "the variant changes nothing", hint: "set: { defences.pkce: off }")

  static func solutionNotAllowed(_ step: String, _ verb: Verb) -> Problem {
    Problem(
      "challenge", "the solution's step \(step) is a \(verb.rawValue) step, which is not allowed",
      hint: "add \(verb.rawValue) to allow")
  }

  static func unexplained(_ step: String, variant: String?) -> Problem {
    let place = variant.map { "in the variant \($0)" } ?? "in the scenario as it stands"
    return Problem(
      "unexplained", "no text of \(step) is true \(place)",
      hint: "add one to explain, with a when that holds there", severity: .warning)
  }
}
