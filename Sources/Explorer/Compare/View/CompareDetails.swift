import CellUI
import Trace

/// What differs at one row: each part with its value in both runs.
struct CompareDetails {
  let compare: CompareState
  let halves: CompareHalves

  private var repertoire: Repertoire { halves.glyphs.repertoire }

  func lines() -> [StyledLine] {
    let rows = compare.model.rows
    guard rows.indices.contains(compare.row) else { return [] }
    var out = LineMaker(width: halves.width, repertoire)
    guard !compare.isVeiled(compare.row) else {
      out.add(
        [
          Span(
            "  A question waits before this message: answer it first, or :unveil shows it.",
            .question)
        ], hanging: 2)
      return out.lines
    }
    let row = rows[compare.row]
    var lines = sentences(row)
    var told: Set<DifferenceArea> = []
    for difference in row.differences {
      lines += self.lines(
        difference, of: row, isFirst: told.insert(difference.area).inserted)
    }
    if row.differences.isEmpty { lines.append([Span("  Nothing differs here.", .dim)]) }
    return lines + explanations(row)
  }

  /// The message itself, once where both runs have the same words for it.
  private func sentences(_ row: CompareModel.Row) -> [StyledLine] {
    let left = sentence(row.left, compare.left.model)
    let right = sentence(row.right, compare.right.model)
    guard left != right else { return wrapped([Span("  \(left ?? "")", .strong)], hanging: 4) }
    return halves.lines(
      [Span("  \(left ?? "no such message")", left == nil ? .dim : .strong)],
      [Span("  \(right ?? "no such message")", right == nil ? .dim : .strong)])
  }

  private func sentence(_ moment: Int?, _ model: RunModel) -> String? {
    moment.map { "\($0 + 1)  \(Wording(model: model).sentence($0))" }
  }

  private func wrapped(_ line: StyledLine, hanging: Int) -> [StyledLine] {
    Wrap.lines(line, width: halves.width, hanging: hanging, repertoire)
  }

  private func lines(
    _ difference: Difference, of row: CompareModel.Row, isFirst: Bool
  ) -> [StyledLine] {
    var out: [StyledLine] = []
    if let heading = heading(difference, isFirst: isFirst) {
      out += wrapped(
        [
          Span("  \(halves.glyphs.change) ", .changed),
          Span(difference.area.rawValue.padded(to: 9), .heading), Span(heading),
        ], hanging: 13)
    }
    for field in difference.fields {
      if field.here == nil, field.there == nil {
        out += wrapped([Span("      \(field.words)")], hanging: 6)
      } else {
        out += halves.lines(
          value(field.name, timed(field.here, row.left, compare.left.model), .removed),
          value(field.name, timed(field.there, row.right, compare.right.model), .added))
      }
    }
    return out
  }

  /// Nil where a heading of the same words stands above already.
  private func heading(_ difference: Difference, isFirst: Bool) -> String? {
    if difference.fields.isEmpty { return difference.words }
    switch difference.area {
    case .store, .jar: return difference.words
    case .message, .checks, .clock: return isFirst ? "" : nil
    }
  }

  /// Points of time as seen from the message.
  private func timed(_ value: String?, _ moment: Int?, _ model: RunModel) -> String? {
    guard let moment else { return value }
    return value.map { Wording(model: model).timed($0, at: moment) }
  }

  private func value(_ name: String, _ value: String?, _ role: StyleRole) -> StyledLine {
    let head: StyledLine = [Span("      \(name): ", .dim)]
    guard let value else { return head + [Span("not there", .inactive)] }
    return head + [Span(value.isEmpty ? "(empty)" : value, role)]
  }

  // What the scenario says of the step in either run.

  private func explanations(_ row: CompareModel.Row) -> [StyledLine] {
    let left = explanation(row.left, compare.left.model)
    let right = explanation(row.right, compare.right.model)
    if left == nil, right == nil { return [] }
    if left == right {
      return [[]] + wrapped([Span("  Why  ", .heading), Span(left ?? "")], hanging: 7)
    }
    return [[]]
      + halves.lines(
        [Span("  Why  ", .heading), Span(left ?? "")],
        [Span("  Why  ", .heading), Span(right ?? "")],
        hanging: 7)
  }

  private func explanation(_ moment: Int?, _ model: RunModel) -> String? {
    guard let moment, model.endsStep(moment) else { return nil }
    let step = model.moments[moment].step
    guard model.trace.reports.indices.contains(step) else { return nil }
    return model.trace.reports[step].explanation.first { !$0.isEmpty }
  }
}
