import CellUI
import Trace

/// How both runs ended, and what they cost.
struct CompareCost {
  let compare: CompareState
  let halves: CompareHalves

  func lines() -> [StyledLine] {
    var out = LineMaker(width: halves.width, halves.glyphs.repertoire)
    if compare.hasVeil {
      out.add(
        [Span(" How they end, and what they cost, comes after the question.", .inactive)],
        hanging: 1)
      return out.lines
    }
    let ends = halves.lines(verdict(compare.left), verdict(compare.right), hanging: 3)
    for line in ends { out.addCut(line) }
    out.add([Span(" cost A | B  ", .heading)] + costs, hanging: 13)
    return out.lines
  }

  private func verdict(_ run: ComparedRun) -> StyledLine {
    switch run.model.trace.verdict {
    case .attackWorked: [Span(" \(halves.glyphs.prize) the attack worked", .attack)]
    case .secure: [Span(" x the attack failed\(Self.refusal(run.model))", .refused)]
    case .none: [Span(" the run is over", .dim)]
    }
  }

  /// The check that refused last.
  private static func refusal(_ model: RunModel) -> String {
    let last = model.marks.lastIndex { $0.refused }
    let rows = last.map { MessageChecks(model, at: $0).rows } ?? []
    return rows.first(where: \.hasFailed).map { ": refused by \($0.check.id.text)" } ?? ""
  }

  private var costs: StyledLine {
    let left = compare.left.model.costs.total
    let right = compare.right.model.costs.total
    var out: StyledLine = []
    for field in CostField.allCases {
      let (a, b) = (left[field], right[field])
      if a == 0, b == 0 { continue }
      if !out.isEmpty { out.append(Span("   ")) }
      let isSame = a == b
      out.append(Span("\(field.words) ", .dim))
      out.append(Span("\(a) | \(b)", isSame ? .normal : .changed))
      if !isSame { out.append(Span("\(halves.glyphs.change)", .changed)) }
    }
    return out
  }
}

extension CostField {
  /// In the plural: "store reads".
  var words: String {
    switch self {
    case .requests: "requests"
    case .bytes: "bytes"
    case .reads: "store reads"
    case .writes: "store writes"
    case .signatures: "signatures"
    case .verifications: "verifications"
    case .passwordHashes: "password hashes"
    case .encryptions: "encryptions"
    case .decryptions: "decryptions"
    case .rounds: "PBKDF2 rounds"
    case .inflated: "inflated bytes"
    }
  }
}
