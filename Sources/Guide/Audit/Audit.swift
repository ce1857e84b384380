import Trace

/// The checklist, the common mistakes and what the best current practices ask, judged by machine.
///
/// Every rule answers: found, not found, or cannot be seen from this source. The same source gives
/// the same answers, in the order of `AuditRules.all`.
package enum Audit {
  /// The answers about a run, or about an imported file.
  package static func judge(_ trace: Trace, silences: [AuditSilence] = []) -> [AuditAnswer] {
    answers(AuditView(trace, kind: trace.imported == nil ? .run : .archive), silences)
  }

  /// The answers about one token's text.
  package static func judge(token text: String, silences: [AuditSilence] = []) -> [AuditAnswer] {
    answers(AuditView(token: text), silences)
  }

  /// The answers about one Set-Cookie header's value.
  package static func judge(
    setCookie header: String, silences: [AuditSilence] = []
  ) -> [AuditAnswer] {
    answers(AuditView(setCookie: header), silences)
  }

  private static func answers(_ view: AuditView, _ silences: [AuditSilence]) -> [AuditAnswer] {
    AuditRules.all.map { rule in
      let answer = AuditAnswer(rule: rule, verdict: verdict(rule, view), silence: nil)
      guard answer.isFound else { return answer }
      return answer.silenced(by: silences.first { $0.rule == rule.id })
    }
  }

  private static func verdict(_ rule: AuditRule, _ view: AuditView) -> AuditAnswer.Verdict {
    let look = rule.look(view)
    if !look.hits.isEmpty { return .found(look.sightings(of: rule)) }
    guard rule.sees.contains(view.kind) else { return .cannotBeSeen(rule.blindness) }
    if let gap = look.gap { return .cannotBeSeen(gap) }
    if look.subjects == 0, view.isSealed { return .cannotBeSeen(sealed) }
    if look.subjects == 0, let absence = absence(in: view.kind) {
      return .cannotBeSeen(absence)
    }
    return .notFound(looked: look.subjects)
  }

  private static let sealed = AuditRule.Blindness(
    "The token is encrypted.", needed: "Its content: `authscope token decrypt`.")

  /// A run shows all that happened in it; of a file nobody knows what happened besides.
  private static func absence(in kind: AuditSourceKind) -> AuditRule.Blindness? {
    switch kind {
    case .run: nil
    case .archive:
      AuditRule.Blindness(
        "Nothing that the rule is about is in this file.",
        needed: "A recording of the whole visit, from before the sign-in to after the sign-out; "
          + "what servers say to each other is in no browser's recording.")
    case .token, .cookie:
      AuditRule.Blindness(
        "Nothing that the rule is about is in \(kind.words).",
        needed: "A scenario, a saved run or a HAR.")
    }
  }
}
