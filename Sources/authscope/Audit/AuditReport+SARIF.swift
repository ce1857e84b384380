import Exporters
import Guide
import Wire

extension AuditReport {
  /// SARIF 2.1.0: every rule, a result for each thing seen, silenced ones as suppressed, and what
  /// cannot be seen as a notification of the tool.
  var sarif: JSONValue {
    var log = SARIFLog(
      version: Authscope.version, rules: AuditRules.all.map(Self.rule),
      results: answers.flatMap(results))
    log.artifacts = source.file.map { [$0] } ?? []
    log.notes = answers.compactMap { answer in
      guard case .cannotBeSeen(let blindness) = answer.verdict else { return nil }
      return SARIFNote(
        rule: answer.rule.id,
        message: "\(answer.rule.title): cannot be seen from \(source.kind.words). "
          + "\(blindness.why) Needed: \(blindness.needed)")
    }
    log.exit = fails ? (1, "errors or warnings were found") : (0, "no error and no warning")
    return log.json
  }

  private static func rule(_ it: AuditRule) -> SARIFRule {
    var rule = SARIFRule(id: it.id)
    rule.title = it.title
    rule.level = level(it.severity)
    rule.why = it.why
    rule.remedy = it.remedy
    rule.references = it.references
    rule.link = it.link
    rule.tags = ["security"] + it.weaknesses.map { "external/cwe/cwe-\($0)" } + it.claims
    rule.weight = weight(it.severity)
    return rule
  }

  /// Middle of the bands that GitHub sorts by: high, medium, low.
  private static func weight(_ severity: AuditSeverity) -> String {
    switch severity {
    case .error: "8.0"
    case .warning: "5.5"
    case .note: "2.0"
    }
  }

  private static func level(_ severity: AuditSeverity) -> SARIFLevel {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func results(_ answer: AuditAnswer) -> [SARIFResult] {
    answer.sightings.map { sighting in
      SARIFResult(
        rule: answer.rule.id, level: Self.level(sighting.severity),
        message: "\(sighting.seen). \(answer.rule.remedy)",
        places: sighting.places.map(place), justification: answer.silence?.reason)
    }
  }

  private func place(_ it: AuditPlace) -> SARIFPlace {
    var place = SARIFPlace(file: source.file, line: source.line(of: it))
    let parts = it.text.split(separator: ",", maxSplits: 1).map { ASCII.trimmed($0) }
    place.step = parts.first
    place.party = parts.count == 2 ? parts[1] : nil
    return place
  }
}
