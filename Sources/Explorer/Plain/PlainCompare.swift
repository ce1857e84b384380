import Trace

/// Two runs side by side as numbered lines, for pipes, logs and screen readers: the content of the
/// comparison without the screen, and what `authscope diff` prints.
package struct PlainCompare {
  private let left: ComparedRun
  private let right: ComparedRun
  private let model: CompareModel

  /// Of two runs by the names that they were asked for.
  package init(_ left: (name: String, trace: Trace), _ right: (name: String, trace: Trace)) {
    let sides = [left, right].map { side in
      ComparedRun(
        name: side.name, detail: side.trace.identity.title, model: RunModel(side.trace),
        branch: nil, veiledFrom: nil)
    }
    self.init(sides[0], sides[1])
  }

  private init(_ left: ComparedRun, _ right: ComparedRun) {
    self.left = left
    self.right = right
    model = CompareModel(left, right)
  }

  init(_ compare: CompareState) {
    left = compare.left
    right = compare.right
    model = compare.model
  }

  package var isAlike: Bool { model.first == nil }
  /// Whether the runs have a step in common.
  package var isOneWorkload: Bool { model.isOneWorkload }
  /// The first difference, or that there is none.
  package var summary: String { model.summary }

  package func lines() -> [String] {
    var out = [
      "A here: \(title(left))", "B there: \(title(right))", "", model.summary,
    ]
    out += firsts + [""]
    for index in model.rows.indices { out += lines(ofRow: index) }
    return out + ["", verdicts] + costs
  }

  private func title(_ run: ComparedRun) -> String {
    let identity = run.model.trace.identity
    let count = run.model.moments.count
    return "\(run.name), seed \(identity.seed), \(count) messages"
  }

  /// The first difference in each area.
  private var firsts: [String] {
    DifferenceArea.allCases.compactMap { area in
      model.rows.flatMap(\.differences).first { $0.area == area }.map {
        "first in \(area.rawValue): \(model.sentence($0))"
      }
    }
  }

  private func lines(ofRow index: Int) -> [String] {
    let row = model.rows[index]
    let (a, b) = (sentence(row.left, left.model), sentence(row.right, right.model))
    var out: [String] = []
    if row.differences.isEmpty {
      out.append("\(index + 1). same: \(a ?? b ?? "")")
    } else {
      out.append("\(index + 1). differs: \(a == b ? a ?? "" : "")")
      if a != b {
        out += ["   A: \(a ?? "no such message")", "   B: \(b ?? "no such message")"]
      }
    }
    return out + row.differences.flatMap(lines)
  }

  private func sentence(_ moment: Int?, _ model: RunModel) -> String? {
    moment.map { "\($0 + 1), \(Wording(model: model).sentence($0))" }
  }

  private func lines(_ difference: Difference) -> [String] {
    let head = ["   \(difference.area.rawValue): \(difference.words)"]
    let isTold = difference.fields.count == 1 && difference.fields[0].words == difference.words
    return isTold ? head : head + difference.fields.map { "      \(line($0))" }
  }

  private func line(_ field: FieldDifference) -> String {
    if field.here == nil, field.there == nil { return field.words }
    return "\(field.name): \(field.here ?? "not there") | \(field.there ?? "not there")"
  }

  /// The row with all that differs at it, for the clipboard.
  func text(ofRow index: Int) -> String {
    guard model.rows.indices.contains(index) else { return "" }
    return (["A: \(left.name)", "B: \(right.name)"] + lines(ofRow: index))
      .joined(separator: "\n")
  }

  private var verdicts: String {
    "verdict: \(left.model.trace.verdict.words) | \(right.model.trace.verdict.words)"
  }

  private var costs: [String] {
    let (a, b) = (left.model.costs.total, right.model.costs.total)
    return CostField.allCases.map { field in
      "cost in \(field.words): \(a[field]) | \(b[field])\(a[field] == b[field] ? "" : " *")"
    }
  }
}

extension RunVerdict {
  fileprivate var words: String {
    switch self {
    case .attackWorked: "the attack worked"
    case .secure: "secure"
    case .none: "none"
    }
  }
}
