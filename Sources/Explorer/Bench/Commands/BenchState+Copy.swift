extension BenchState {
  /// What `y` copies, by choice.
  func copy(_ what: BenchChoice.CopyWhat) -> String {
    switch what {
    case .token: return subject.text
    case .verdict:
      let verdict = model.judgement.verdict
      let exit = verdict.exitCode.map { " (token verify: exit code \($0))" } ?? ""
      return "\(verdict.words): \(verdict.detail)\(exit)"
    case .selected:
      if let member = selectedMember { return "\(member.name): \(member.value.text())" }
      if let check = selectedCheck {
        return "\(check.row.check.id.text): \(CheckWords(check.row.outcome).word) "
          + CheckWords(check.row.outcome).short
      }
      let text = TokenText(subject.text)
      return isAtSignature && text.parts.count > 2 ? text.parts[2] : subject.text
    }
  }
}
