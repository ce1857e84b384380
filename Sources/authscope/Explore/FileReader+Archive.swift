import Explorer
import Guide
import Imports
import Simulation
import Trace

extension FileReader {
  /// What was recorded elsewhere; nil where the file is none such.
  func archive(_ path: String) throws(Failure) -> OpenedRun? {
    guard let imported = try HARFiles.read(path, progress: progress) else { return nil }
    return OpenedRun(
      path: path, scenario: HARFiles.scenario(of: path), request: RunRequest(scenario: path),
      trace: imported.trace, recording: Self.recording(imported),
      damage: imported.report.damage.map { "\($0). What stands before it is shown." })
  }

  private static func recording(_ imported: HARImport.Imported) -> Recording {
    let report = imported.report
    let writer = report.creator.isEmpty ? "" : " of \(report.creator)"
    let cause = Diagnosis.of(imported.trace)
    return Recording(
      origin: "a HAR file\(writer)",
      headline: cause.map { "\($0.cause.title): \($0.what)" }
        ?? "No cause of a failing sign-in is visible here.",
      details: (cause.map(advice) ?? []) + [counts(report)],
      findings: (cause.map { [finding($0)] } ?? []) + audited(imported.trace)
        + report.missing.map {
          Recording.Finding(kind: .missing, id: "", title: $0.what, detail: $0.remedy)
        })
  }

  private static func advice(_ diagnosis: Diagnosis) -> [String] {
    [
      "What to do: \(diagnosis.remedy)",
      "See it happen in the library: \(diagnosis.scenario). 5 shows where, and what else is found.",
    ]
  }

  private static func counts(_ report: ImportReport) -> String {
    let folded =
      report.folded > 0
      ? " \(report.folded) others, for pictures, styles, scripts and fonts, are not shown." : ""
    return "\(report.entries) entries were read.\(folded)"
  }

  /// Where the cause shows, to go there.
  private static func finding(_ diagnosis: Diagnosis) -> Recording.Finding {
    Recording.Finding(
      kind: .error, id: diagnosis.cause.id, title: diagnosis.cause.title,
      detail: diagnosis.evidence.map(\.text).joined(separator: " "),
      records: diagnosis.evidence.map(\.record))
  }

  /// What the rules of the audit find, the gravest first.
  private static func audited(_ trace: Trace) -> [Recording.Finding] {
    let found = Audit.judge(trace).filter(\.isFound)
    return found.flatMap { answer in
      answer.sightings.map { sighting in
        Recording.Finding(
          kind: kind(sighting.severity), id: answer.rule.id, title: answer.rule.title,
          detail: "\(sighting.seen). \(answer.rule.remedy)",
          records: sighting.places.compactMap(\.record))
      }
    }
  }

  private static func kind(_ severity: AuditSeverity) -> Recording.Finding.Kind {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// What happened, where it shows, what to do and where to see it, without secrets.
  private static func words(_ diagnosis: Diagnosis, _ trace: Trace) -> [String] {
    let secrets = SecretIndex(trace)
    let numbers = MessageNumbers(trace)
    let evidence = diagnosis.evidence.map {
      "\(numbers.place(ofRecord: $0.record).words): \(secrets.mask($0.text))"
    }
    return [secrets.mask(diagnosis.what)] + evidence
      + [diagnosis.remedy, "The scenario \(diagnosis.scenario) shows it."]
  }
}
