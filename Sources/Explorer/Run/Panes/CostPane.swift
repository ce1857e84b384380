import CellUI
import Trace

/// What the run has cost up to the current moment.
struct CostPane {
  let run: RunState
  let width: Int

  func lines() -> [StyledLine] {
    guard let moment = run.moment else { return [] }
    let it = run.model.costs.upTo(moment.beat)
    let items = [
      (it.requests, "request"), (it.bytes, "byte"), (it.reads, "store read"),
      (it.writes, "store write"), (it.signatures, "signature"),
      (it.verifications, "verification"), (it.passwordHashes, "password hash"),
    ]
    let words = items.map { "\($0) \($0 == 1 ? $1 : Self.plural($1))" }
    var out = LineMaker(width: width, .unicode)
    // What few runs have to pay is named where they do.
    let rare = [
      (it.encryptions, "encryption"), (it.decryptions, "decryption"),
      (it.rounds, "round of hashing"),
      (it.inflated, "inflated byte"),
    ].filter { $0.0 > 0 }.map { "\($0) \($0 == 1 ? $1 : Self.plural($1))" }
    // What servers do is not seen from outside.
    let seen = run.recording == nil
    let rows = seen ? [words[0...1], words[2...3], words[4...6], rare[...]] : [words[0...1]]
    for row in rows where !row.isEmpty {
      out.add([Span("  \(row.joined(separator: "   "))")], hanging: 2)
    }
    return out.lines
  }

  private static func plural(_ word: String) -> String {
    if word == "round of hashing" { return "rounds of hashing" }
    return word.hasSuffix("sh") ? word + "es" : word + "s"
  }
}
