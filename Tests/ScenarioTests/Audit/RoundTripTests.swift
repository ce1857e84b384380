import Exporters
import Guide
import Imports
import Simulation
import Testing
import Trace

/// A run goes out as a HAR and comes in again: what the messages show is judged as before, and what
/// they do not show is not judged at all.
@Suite struct `The audit of a run and of its HAR` {
  /// Rules that miss more in a file, of which nobody knows what happens besides.
  private static let stricterInFiles: Set<String> = ["http-hsts"]

  /// Where attackers write requests by hand: a file does not say who is one.
  private static let writtenByHand: [String: Set<String>] = [
    "oauth/pkce-downgrade": ["K7-state", "oauth-pkce", "oidc-nonce"],
    "oauth/pkce-downgrade#lenient": ["K7-state", "oauth-pkce", "oidc-nonce"],
    "oauth/refusals-client": ["K7-state", "oauth-pkce", "oidc-nonce"],
    "oauth/refusals-token": ["oauth-pkce"],
  ]

  private static func answers(
    _ scenario: Simulation.Scenario, _ variant: String?
  ) throws -> [(run: AuditAnswer, file: AuditAnswer)] {
    let trace = play(scenario, RunInputs(variant: variant))
    let form = try #require(ExportForm.named("har"))
    let write = try #require(form.write)
    let text = write(RunDocument(trace, reveals: true))
    let imported = try HARImport.read(Array(text.utf8), name: "round.har")
    return Array(zip(Audit.judge(trace), Audit.judge(imported.trace)))
  }

  @Test(arguments: Library.scenarios)
  func `say the same`(scenario: Simulation.Scenario) throws {
    for world in Declared.worlds(of: scenario) {
      for (run, file) in try Self.answers(scenario, world.variant) {
        let place = "\(world.name): \(run.rule.id)"
        switch file.verdict {
        case .found(let sightings):
          let isExpected =
            run.isFound || Self.stricterInFiles.contains(run.rule.id)
            || Self.writtenByHand[world.name]?.contains(run.rule.id) == true
          #expect(isExpected, "\(place) is found in the file only: \(sightings.map(\.seen))")
        case .notFound:
          #expect(!run.isFound, "\(place) is lost: \(run.sightings.map(\.seen))")
        case .cannotBeSeen: continue
        }
      }
    }
  }
}
