import Guide
import ScenarioFiles

/// The rules that are not to be heard of: from the command line first, then from a file.
struct AuditSilences {
  let all: [AuditSilence]

  /// `--ignore RULE=reason`, and `.authscope-audit.yaml` beside the source or in the working folder.
  init(ignored: [String], file: String?, beside source: AuditedSource) throws(Failure) {
    var all: [AuditSilence] = []
    for text in ignored { all.append(try Self.ignored(text)) }
    let path = file ?? Self.usualFile(beside: source)
    if let path { all += try Self.read(path) }
    self.all = all
  }

  /// Those that silence nothing, in words.
  func idle(_ answers: [AuditAnswer]) -> [String] {
    all.filter { silence in !answers.contains { $0.silence == silence } }.map {
      "\($0.rule) is silenced (\($0.origin)), and was not found"
    }
  }

  private static func ignored(_ text: String) throws(Failure) -> AuditSilence {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let reason = parts.count == 2 ? InputText.trimmed(parts[1]) : ""
    guard !reason.isEmpty else {
      throw Failure(
        "--ignore \(text): say why. Example: --ignore \"cookie-scope=www and api are ours\"")
    }
    guard AuditRules.rule(parts[0]) != nil else {
      let near = Nearest.word(to: parts[0], among: AuditRules.all.map(\.id))
      let hint = near.map { "Did you mean \($0)?" } ?? "`authscope audit --rules` lists them all."
      throw Failure("--ignore \(text): there is no rule \(parts[0]). \(hint)")
    }
    return AuditSilence(rule: parts[0], reason: reason, origin: "--ignore")
  }

  /// The file in the folder of the source's own file; for what is no file, in the working folder.
  private static func usualFile(beside source: AuditedSource) -> String? {
    let folder = source.file.flatMap { path in
      path.lastIndex(of: "/").map { String(path[...$0]) }
    }
    let path = (folder ?? "") + SilenceReader.fileName
    return FileSystem.isFile(path) ? path : nil
  }

  private static func read(_ path: String) throws(Failure) -> [AuditSilence] {
    let bytes = try FileSystem.contents(of: path, limit: ScenarioLibrary.sizeLimit)
    let reading = SilenceReader(rules: AuditRules.all.map(\.id)).read(bytes, file: path)
    if let format = reading.newerFormat { throw ScenarioLibrary.newer(path, format) }
    if reading.hasErrors { throw Failure(DiagnosticText.render(reading.diagnostics)) }
    return reading.silences.map {
      AuditSilence(rule: $0.rule, reason: $0.reason, origin: "\(path):\($0.line)")
    }
  }
}
