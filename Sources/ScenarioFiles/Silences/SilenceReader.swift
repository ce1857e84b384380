/// Reads `.authscope-audit.yaml` and says all that is wrong with it at once.
package struct SilenceReader {
  /// The name that such a file has, beside the files that it is about.
  package static let fileName = ".authscope-audit.yaml"

  private let rules: [String]

  /// The ids of the rules that there are.
  package init(rules: [String]) { self.rules = rules }

  package func read(_ bytes: [UInt8], file name: String) -> SilenceReading {
    let file = SourceFile(name: name, bytes: bytes)
    let report = Report()
    // Such a file uses no names of the engine.
    let reading = Reading(file, vocabulary: Vocabulary(defences: [], checks: []), report: report)
    var newer: Int?
    var silences: [Silence] = []
    if let root = YAMLDocument.read(file, report) {
      switch Format.check(root, reading) {
      case nil: silences = decode(root, reading)
      case .newer(let format): newer = format
      case .noMapping: break
      }
    }
    return SilenceReading(
      silences: report.hasErrors ? [] : silences, diagnostics: report.sorted(in: file),
      newerFormat: newer)
  }

  private func decode(_ root: Node, _ reading: Reading) -> [Silence] {
    var silences: [Silence] = []
    _ = SilenceGrammar.file.read(root, into: &silences, reading)
    for node in root["silence"]?.items ?? [] { checkRule(node, reading) }
    checkRepetition(root, reading)
    return silences
  }

  private func checkRule(_ node: Node, _ reading: Reading) {
    guard let rule = node["rule"], let id = rule.text, !rules.contains(id) else { return }
    reading.say(.unknownRule(id, among: rules), rule)
  }

  private func checkRepetition(_ root: Node, _ reading: Reading) {
    var seen: [String: Int] = [:]
    for node in root["silence"]?.items ?? [] {
      guard let rule = node["rule"], let id = rule.text else { continue }
      if let line = seen[id] { reading.say(.duplicateName(id, "rule", firstLine: line), rule) }
      seen[id] = reading.place(of: rule).line
    }
  }
}

/// The keys of a file of silences.
private enum SilenceGrammar {
  static let file = Table<[Silence]>([
    .format,
    .required("silence", .list(silence), "rules that are not to be heard of, each with a reason") {
      $0 = $1
    },
  ])

  private struct Draft {
    var rule = ""
    var line = 0
    var reason = ""
  }

  private static let rule = Codec<String>.prose.map { text, node, reading in
    (text: text, line: reading.place(of: node).line)
  }

  private static let silence = Table<Draft>([
    .required("rule", rule, "the id of a rule, as cookie-scope") {
      $0.rule = $1.text
      $0.line = $1.line
    },
    .required("reason", .prose, "why what it finds is all right here") { $0.reason = $1 },
  ]).codec({ Draft() }) { draft, _, _ in
    Silence(rule: draft.rule, reason: draft.reason, line: draft.line)
  }
}
