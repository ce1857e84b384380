import Guide
import Trace
import Wire

/// What is wrong with a sign-in, or what the file does not tell of it: as text and as JSON.
struct DiagnosisReport {
  let diagnosis: Diagnosis?
  private let run: NamedRun
  private let numbers: MessageNumbers
  private let secrets: SecretIndex

  init(_ run: NamedRun) {
    self.run = run
    diagnosis = Diagnosis.of(run.trace)
    numbers = MessageNumbers(run.trace)
    secrets = SecretIndex(run.trace)
  }

  private func shown(_ text: String) -> String { secrets.mask(text) }

  // Text.

  var text: String {
    (heading + cause + missing).joined(separator: "\n")
  }

  private var heading: [String] {
    guard let report = run.trace.imported else { return [] }
    var out = ["\(run.name): \(origin(report))"]
    if let damage = report.damage {
      out.append("\(damage.description.prefix(1).uppercased() + damage.description.dropFirst()).")
      out.append("What stands before that was read.")
    }
    return out + [""]
  }

  private func origin(_ report: ImportReport) -> String {
    let creator = report.creator.isEmpty ? "nobody says by what" : "by \(report.creator)"
    let count = report.entries == 1 ? "1 entry" : "\(report.entries) entries"
    let folded =
      report.folded == 0 ? "" : ", \(report.folded) of them pictures, styles, scripts and the like"
    return "a HAR, written \(creator); \(count)\(folded)"
  }

  private var cause: [String] {
    guard let diagnosis else {
      return ["No cause of a failing sign-in is visible here."]
    }
    var out = ["\(diagnosis.cause.title) (\(diagnosis.cause.id))", ""]
    out += Self.wrapped(shown(diagnosis.what))
    out.append("")
    let places = diagnosis.evidence.map { numbers.place(ofRecord: $0.record).words }
    let width = places.map(\.count).max() ?? 0
    for (place, evidence) in zip(places, diagnosis.evidence) {
      let column = place + String(repeating: " ", count: width - place.count)
      out.append("  \(column)  \(shown(evidence.text))")
    }
    out += ["", "What to do"] + Self.wrapped(diagnosis.remedy, indent: 2)
    out += ["", "See it: authscope explore \(Self.words(ofScenario: diagnosis.scenario))"]
    out.append("Read: \(diagnosis.cause.reference)")
    return out
  }

  /// "oauth/login-loop --variant strict".
  private static func words(ofScenario name: String) -> String {
    name.split(separator: "#").joined(separator: " --variant ")
  }

  private var missing: [String] {
    guard let report = run.trace.imported, !report.missing.isEmpty else { return [] }
    var out = ["", "What the file does not tell"]
    for part in report.missing {
      out += Self.wrapped("\(part.what) \(part.remedy)", indent: 2, first: "- ")
    }
    return out
  }

  /// Lines of up to a hundred characters.
  private static func wrapped(_ text: String, indent: Int = 0, first: String = "") -> [String] {
    let margin = String(repeating: " ", count: indent)
    let hanging = String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count >= 94 - indent {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.enumerated().map { margin + ($0.offset == 0 ? first : hanging) + $0.element }
  }

  // JSON.

  var json: JSONValue {
    [
      "source": .string(run.name), "kind": .string(run.source.rawValue),
      "cause": diagnosis.map(json) ?? .null, "import": run.trace.imported.map(json) ?? .null,
    ]
  }

  private func json(_ diagnosis: Diagnosis) -> JSONValue {
    [
      "id": .string(diagnosis.cause.id), "title": .string(diagnosis.cause.title),
      "what": .string(shown(diagnosis.what)),
      "evidence": .array(
        diagnosis.evidence.map { evidence in
          let place = numbers.place(ofRecord: evidence.record)
          var entry: JSONValue = .null
          var message: JSONValue = .null
          switch place {
          case .entry(let number): entry = .integer(number)
          case .message(let number): message = .integer(number)
          }
          return ["entry": entry, "message": message, "text": .string(shown(evidence.text))]
        }),
      "remedy": .string(diagnosis.remedy), "scenario": .string(diagnosis.scenario),
      "reference": .string(diagnosis.cause.reference),
    ]
  }

  private func json(_ report: ImportReport) -> JSONValue {
    [
      "writer": .string(report.writer.rawValue), "creator": .string(report.creator),
      "entries": .integer(report.entries), "folded": .integer(report.folded),
      "bodies_left_out": .integer(report.bodiesLeftOut),
      "missing": .array(
        report.missing.map {
          [
            "kind": .string($0.kind.rawValue), "count": .integer($0.count),
            "what": .string($0.what), "remedy": .string($0.remedy),
          ]
        }),
      "damage": report.damage.map { damage in
        [
          "entry": damage.entry.map { .integer($0) } ?? .null, "line": .integer(damage.line),
          "offset": .integer(damage.offset), "reason": .string(damage.reason),
        ]
      } ?? .null,
    ]
  }
}
