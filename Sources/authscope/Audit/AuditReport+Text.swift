import Guide

extension AuditReport {
  var text: String {
    ([headline] + found.map(finding) + silencedLines + restLines).joined(separator: "\n")
  }

  private var headline: String {
    let counts = AuditSeverity.allCases.compactMap { severity -> String? in
      let count = found.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(source.name): " + (counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))
      + "\n"
  }

  private func finding(_ answer: AuditAnswer) -> String {
    let rule = answer.rule
    var lines = ["\((answer.severity ?? rule.severity).rawValue): \(rule.id)"]
    lines.append(Paragraph.wrapped(rule.title + ".", indent: 2))
    for sighting in answer.sightings {
      lines.append(Paragraph.wrapped(seen(sighting, in: answer), indent: 2, hanging: 4))
    }
    lines.append(Paragraph.wrapped("Why: " + rule.why, indent: 2, hanging: 4))
    lines.append(Paragraph.wrapped("Do: " + rule.remedy, indent: 2, hanging: 4))
    let shown = "\(rule.references.joined(separator: ", ")). Shown by \(rule.scenario)."
    lines.append(Paragraph.wrapped(shown, indent: 2, hanging: 4))
    return lines.joined(separator: "\n") + "\n"
  }

  private func seen(_ sighting: AuditSighting, in answer: AuditAnswer) -> String {
    let first = sighting.places.first?.text ?? ""
    let more = sighting.places.count - 1
    let weight = sighting.severity == answer.severity ? "" : " (\(sighting.severity.rawValue))"
    return "- \(sighting.seen)\(weight): \(first)" + (more > 0 ? ", and \(more) more" : "")
  }

  private var silencedLines: [String] {
    let lines = silenced.map { answer in
      let silence = answer.silence
      let what = answer.sightings.map(\.seen).joined(separator: "; ")
      return Paragraph.wrapped(
        "silenced: \(answer.rule.id): \(what). \(silence?.reason ?? "") (\(silence?.origin ?? ""))",
        hanging: 2)
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  private var restLines: [String] {
    var lines: [String] = []
    if !notFound.isEmpty {
      lines.append(
        Paragraph.wrapped(
          "Not found (\(notFound.count)): " + notFound.map(\.rule.id).joined(separator: ", "),
          hanging: 2))
    }
    let count = unseen.reduce(0) { $0 + $1.rules.count }
    if count > 0 { lines.append("Cannot be seen from \(source.kind.words) (\(count)):") }
    for (blindness, rules) in unseen {
      lines.append(
        Paragraph.wrapped(
          "\(rules.joined(separator: ", ")): \(blindness.why) Needed: \(blindness.needed)",
          indent: 2, hanging: 4))
    }
    if others > 0 {
      lines.append(
        Paragraph.wrapped(
          "\(others) rules ask for more than \(source.kind.words): a scenario, a saved run or a "
            + "HAR. --format json names them.", hanging: 2))
    }
    return lines
  }
}
