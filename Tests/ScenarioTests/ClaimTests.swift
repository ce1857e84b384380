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
    for id in claim.limitShownBy { #expect(Library.ids.contains(id), "\(claim.id): \(id)") }
  }
}
