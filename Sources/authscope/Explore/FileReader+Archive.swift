import Explorer
import Imports
import Simulation
import Trace

extension FileReader {
  /// What was recorded elsewhere; nil where the file is none such.
  func archive(_ path: String) throws(Failure) -> OpenedRun? {
    guard let imported = try HARFiles.read(path, progress: progress) else { return nil }
    var scenario = Scenario()
    scenario.id = path
    scenario.title = path.split(separator: "/").last.map(String.init) ?? path
    return OpenedRun(
      path: path, scenario: scenario, request: RunRequest(scenario: path),
      trace: imported.trace, recording: Self.recording(imported.report),
      damage: imported.report.damage.map { "\($0). What stands before it is shown." })
  }

  private static func recording(_ report: ImportReport) -> Recording {
    let writer = report.creator.isEmpty ? "" : " of \(report.creator)"
    let folded =
      report.folded > 0
      ? ["\(report.folded) others, for pictures, styles, scripts and fonts, are not shown."] : []
    return Recording(
      origin: "a HAR file\(writer)",
      headline: "\(report.entries) entries were read.", details: folded,
      findings: report.missing.map {
        Recording.Finding(kind: .missing, id: "", title: $0.what, detail: $0.remedy)
      })
  }
}
