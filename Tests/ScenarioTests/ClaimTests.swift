import Guide
import ScenarioFiles
import Simulation
import Testing

@Suite struct `The claims of the guide` {
  private static let shown = Set(Library.scenarios.flatMap(\.shows))

  @Test func `are those that scenario files may name`() {
    #expect(Claims.all.map(\.id) == Vocabulary.guideClaims)
  }

  @Test(arguments: Claims.all)
  func `are each shown by a scenario or a command`(claim: Claim) {
    #expect(Self.shown.contains(claim.id) || claim.command != nil, "\(claim.id)")
  }

  @Test(arguments: Claims.all)
  func `that need a second sentence have a scenario that shows the limit`(claim: Claim) {
    #expect((claim.standing.limit == nil) == claim.limitShownBy.isEmpty, "\(claim.id)")
    let missing = claim.limitShownBy.filter { !Library.ids.contains($0) }
    #expect(missing.isEmpty, "\(claim.id): \(missing)")
  }
}
