import CellUI

/// What an audit says of a recording, and what is missing in it: in the place of the defences.
struct FindingsPane {
  let run: RunState
  let recording: Recording
  let width: Int
  let glyphs: Glyphs

  func content() -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  \(recording.headline)", .strong)], hanging: 2)
    for detail in recording.details { out.add([Span("  \(detail)")], hanging: 2) }
    for kind in Recording.Finding.Kind.allCases {
      let findings = recording.findings.filter { $0.kind == kind }
      guard !findings.isEmpty else { continue }
      out.blank()
      out.add([Span("  \(Self.title(kind))", .heading)])
      for finding in findings {
        out.target(thing(finding)) { add(finding, &$0) }
      }
    }
    if recording.findings.isEmpty {
      out.blank()
      out.add(["  No rule of the audit finds anything in it."])
    }
    return PaneContent(
      title: "Findings", note: [Span("j/k, Enter: go there", .keyHint)], lines: out.lines,
      targets: out.targets)
  }

  private func add(_ finding: Recording.Finding, _ out: inout LineMaker) {
    let all = finding.moments(run.model)
    let places = all.prefix(Self.mostPlaces).map { "\($0 + 1)" }
    let more = all.count > Self.mostPlaces ? ", ..." : ""
    let seen = places.isEmpty ? "" : "  at \(places.joined(separator: ", "))\(more)"
    out.add(
      [
        Span("  \(mark(finding.kind)) ", Self.role(finding.kind)), Span(finding.title),
        Span(finding.id.isEmpty ? "" : "  \(finding.id)", .link), Span(seen, .accent),
      ], hanging: 4)
    out.add([Span("    \(finding.detail)", .dim)], hanging: 4)
  }

  private static let mostPlaces = 6

  private func thing(_ finding: Recording.Finding) -> PaneThing {
    let text = [finding.id, finding.title, finding.detail].filter { !$0.isEmpty }
    return PaneThing(
      .record(finding.records.first ?? -1), finding.title, text.joined(separator: "\n"))
  }

  private func mark(_ kind: Recording.Finding.Kind) -> String {
    switch kind {
    case .error: "x"
    case .warning: "!"
    case .note: "\(glyphs.bullet)"
    case .missing: "?"
    }
  }

  private static func role(_ kind: Recording.Finding.Kind) -> StyleRole {
    switch kind {
    case .error: .refused
    case .warning: .warning
    case .note, .missing: .inactive
    }
  }

  private static func title(_ kind: Recording.Finding.Kind) -> String {
    switch kind {
    case .error: "Errors"
    case .warning: "Warnings"
    case .note: "Notes"
    case .missing: "What it does not hold"
    }
  }
}

extension Recording.Finding {
  /// The messages that it was seen in, each once.
  func moments(_ model: RunModel) -> [Int] {
    var out: [Int] = []
    for record in records where model.trace.records.indices.contains(record) {
      let moment = model.moment(ofRecord: record)
      if !out.contains(moment) { out.append(moment) }
    }
    return out
  }
}
