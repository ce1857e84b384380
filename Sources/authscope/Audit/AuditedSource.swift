import Guide
import ScenarioFiles
import Simulation
import Trace

/// What is audited, and where its parts stand in a file.
struct AuditedSource {
  enum Content {
    case trace(Trace)
    case token(String)
    case cookie(String)
  }

  /// As the user named it.
  let name: String
  let content: Content
  /// The file's path; nil for an argument or standard input.
  let file: String?
  let lines: RecordLines

  func answers(_ silences: [AuditSilence]) -> [AuditAnswer] {
    switch content {
    case .trace(let trace): Audit.judge(trace, silences: silences)
    case .token(let text): Audit.judge(token: text, silences: silences)
    case .cookie(let header): Audit.judge(setCookie: header, silences: silences)
    }
  }

  var kind: AuditSourceKind {
    switch content {
    case .trace(let trace): trace.imported == nil ? .run : .archive
    case .token: .token
    case .cookie: .cookie
    }
  }

  var trace: Trace? {
    if case .trace(let trace) = content { trace } else { nil }
  }

  /// The line of a place in the file, from 1.
  func line(of place: AuditPlace) -> Int? {
    guard let record = place.record, let trace, file != nil else { return nil }
    return lines.line(ofRecord: record, in: trace)
  }
}

/// Where the records of a trace stand in the file that they come from.
enum RecordLines {
  case none
  /// Each at its step.
  case steps([String: Int])
  /// A line for each step, behind the header.
  case savedRun
  /// Each at its entry; the lines of all entries, in order.
  case entries(@Sendable () -> [Int])

  func line(ofRecord record: Int, in trace: Trace) -> Int? {
    switch self {
    case .none: return nil
    case .steps(let lines): return lines[trace.steps[trace.step(ofRecord: record)].id.name]
    case .savedRun: return trace.step(ofRecord: record) + 2
    case .entries(let lines):
      guard let entry = trace.entry(ofRecord: record) else { return nil }
      let all = lines()
      return all.indices.contains(entry - 1) ? all[entry - 1] : nil
    }
  }
}
