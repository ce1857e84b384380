import CellUI

/// What the run has cost up to the current moment.
struct CostPane {
  let run: RunState

  func lines() -> [StyledLine] {
    guard run.model.tallies.indices.contains(run.position) else { return [] }
    let it = run.model.tallies[run.position]
    return [
      line([(it.requests, "request"), (it.bytes, "byte")]),
      line([(it.reads, "store read"), (it.writes, "write"), (it.deletions, "deletion")]),
      line([
        (it.signatures, "signature"), (it.verifications, "verification"),
        (it.passwordHashes, "password hash"),
      ]),
    ]
  }

  private func line(_ items: [(Int, String)]) -> StyledLine {
    let text = items.map { "\($0) \($0 == 1 ? $1 : Self.plural($1))" }.joined(separator: "   ")
    return [Span("  \(text)")]
  }

  private static func plural(_ word: String) -> String {
    word.hasSuffix("sh") ? word + "es" : word + "s"
  }
}
