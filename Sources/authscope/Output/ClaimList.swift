import Guide
import Simulation
import Wire

/// The guide's claims with what shows each, and where it ends.
struct ClaimList {
  private let shownBy: [String: [String]]

  init(_ scenarios: [Scenario]) {
    var shownBy: [String: [String]] = [:]
    for scenario in scenarios {
      for claim in scenario.shows { shownBy[claim, default: []].append(scenario.id) }
    }
    self.shownBy = shownBy
  }

  var text: String { Claims.all.map { lines($0).joined(separator: "\n") }.joined(separator: "\n") }

  private func lines(_ claim: Claim) -> [String] {
    var out = ["\(claim.id)  \(claim.standing.word)  \(claim.text)"]
    if let limit = claim.standing.limit { out.append("      but: \(limit)") }
    let shown = shown(claim)
    out.append("      shown by \(shown.isEmpty ? "nothing" : shown.joined(separator: ", "))")
    if !claim.limitShownBy.isEmpty {
      out.append("      the limit by \(claim.limitShownBy.joined(separator: ", "))")
    }
    return out
  }

  private func shown(_ claim: Claim) -> [String] {
    (shownBy[claim.id] ?? []) + (claim.command.map { ["`authscope \($0)`"] } ?? [])
  }

  var json: JSONValue {
    .array(
      Claims.all.map { claim in
        [
          "id": .string(claim.id), "text": .string(claim.text),
          "standing": .string(claim.standing.word),
          "limit": claim.standing.limit.map { .string($0) } ?? .null,
          "shownBy": .array((shownBy[claim.id] ?? []).map { .string($0) }),
          "limitShownBy": .array(claim.limitShownBy.map { .string($0) }),
          "command": claim.command.map { .string($0) } ?? .null,
        ]
      })
  }
}
