import Guide
import Wire

/// An audit's answers in the forms that they are printed in.
struct AuditReport {
  let source: AuditedSource
  let answers: [AuditAnswer]
  let silences: AuditSilences

  init(_ source: AuditedSource, _ silences: AuditSilences) {
    self.source = source
    self.silences = silences
    answers = source.answers(silences.all)
  }

  var fails: Bool { answers.contains(where: \.fails) }

  /// What is to be heard of, heaviest first.
  var found: [AuditAnswer] {
    answers.filter { $0.isFound && $0.silence == nil }.enumerated().sorted { left, right in
      let (a, b) = (left.element.severity ?? .note, right.element.severity ?? .note)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  var silenced: [AuditAnswer] { answers.filter { $0.isFound && $0.silence != nil } }

  var notFound: [AuditAnswer] {
    answers.filter { if case .notFound = $0.verdict { true } else { false } }
  }

  /// Those that cannot be seen, equal reasons together. Of a token or a header, those alone that
  /// are about one; the others are `others`.
  var unseen: [(blindness: AuditRule.Blindness, rules: [String])] {
    var out: [(blindness: AuditRule.Blindness, rules: [String])] = []
    for answer in answers where isConcerned(answer.rule) {
      guard case .cannotBeSeen(let blindness) = answer.verdict else { continue }
      if let index = out.firstIndex(where: { $0.blindness == blindness }) {
        out[index].rules.append(answer.rule.id)
      } else {
        out.append((blindness, [answer.rule.id]))
      }
    }
    return out
  }

  /// How many rules ask for another kind of source.
  var others: Int { answers.count { !isConcerned($0.rule) && !$0.isFound } }

  private func isConcerned(_ rule: AuditRule) -> Bool {
    switch source.kind {
    case .run, .archive: true
    case .token, .cookie: rule.sees.contains(source.kind)
    }
  }
}
