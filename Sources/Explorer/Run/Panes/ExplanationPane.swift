import CellUI
import Ledger
import Trace

/// Why things are as they are, in four depths.
struct ExplanationPane {
  let run: RunState
  let width: Int
  let glyphs: Glyphs

  private var model: RunModel { run.model }
  private var words: Wording { Wording(model: model) }

  func lines(_ depth: Depth) -> [StyledLine] {
    guard let moment = run.moment else { return [] }
    var out = LineMaker(width: width, glyphs.repertoire)
    switch depth {
    case .line: add(paragraphs(moment).prefix(1), &out)
    case .how: add(paragraphs(moment)[...], &out)
    case .references:
      add(Narration(model, run.keys).text(run.position).prefix(1), &out)
      addReferences(&out)
    case .engine: addEvents(&out)
    }
    return out.lines
  }

  /// What a depth says beyond the ones before it.
  func additions(_ depth: Depth) -> [StyledLine] {
    guard let moment = run.moment else { return [] }
    var out = LineMaker(width: width, glyphs.repertoire)
    switch depth {
    case .line: break
    case .how:
      let more = paragraphs(moment).dropFirst()
      if more.isEmpty { return [] }
      add(more, &out)
    case .references: addReferences(&out)
    case .engine: addEvents(&out)
    }
    return out.lines.count == 1 && out.lines[0].isEmpty ? [] : out.lines
  }

  private func add(_ paragraphs: ArraySlice<String>, _ out: inout LineMaker) {
    for text in paragraphs { out.add([Span("  ")] + words.named(text), hanging: 2) }
  }

  /// What is written about the step once its last message is there; before that, what happens.
  private func paragraphs(_ moment: Moment) -> [String] {
    let written = self.written(moment)
    let narration = Narration(model, run.keys).text(run.position)
    if run.position == 0, let recording = run.recording {
      return [recording.headline] + recording.details + narration
    }
    return written.isEmpty ? narration : written + narration.dropFirst()
  }

  private func written(_ moment: Moment) -> [String] {
    guard model.trace.reports.indices.contains(moment.step), model.endsStep(run.position) else {
      return []
    }
    return model.trace.reports[moment.step].explanation.filter { !$0.isEmpty }
  }

  // Depth 3: generated from what the checks and the jar refer to.

  private func addReferences(_ out: inout LineMaker) {
    let isOpen = run.checks.isAnswered || !run.branch.isVeiled(run.moment?.partner ?? 0)
    for row in run.checks.rows where !row.check.reference.isEmpty {
      out.add(
        [
          Span("  \(row.check.reference.padded(to: 20))", .link),
          Span("\(row.check.title)"),
          Span(isOpen ? "  \(CheckWords(row.outcome).word)" : "", .dim),
        ], hanging: 22)
    }
    for reference in Narration(model, run.keys).references(run.position) {
      out.add(
        [Span("  \(reference.section.padded(to: 20))", .link), Span(reference.text)],
        hanging: 22)
    }
  }

  // Depth 4: the engine's own events.

  private func addEvents(_ out: inout LineMaker) {
    for record in model.records(of: run.position) {
      let who = model.trace.name(of: record.party, instance: record.instance)
      let path = record.path.isEmpty ? "" : " \(record.path)"
      out.add(
        [Span("  \(who)\(path)  ", .dim)] + words.named(EventWords.text(record.event, model.trace)),
        hanging: 6)
    }
  }
}
