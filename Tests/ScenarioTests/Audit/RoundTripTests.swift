import Exporters
import Guide
import Imports
import Simulation
import Testing
import Trace

/// What an audit says of a run, it says of the HAR file of the run, as far as the file shows it.
@Suite struct `Audits of exported and imported runs` {
  /// What a file cannot show otherwise. Of a run one knows that nobody speaks http in it, which is
  /// noted of every file; and who has changed a message on its way, or sent it by hand to see it
  /// refused, which in a file is a client that asks so.
  private static let fromOutside: [String: Set<String>] = {
    let bare: Set<String> = ["K7-state", "oauth-pkce", "oidc-nonce"]
    return [
      "oauth/pkce-downgrade": bare, "oauth/refusals-client": bare, "oauth/refusals-token": bare,
    ]
  }()

  private static func imported(_ trace: Trace, reveals: Bool) throws -> Trace {
    let form = try #require(ExportForm.named("har"))
    let write = try #require(form.write)
    let text = write(RunDocument(trace, reveals: reveals))
    return try HARImport.read(Array(text.utf8), name: trace.identity.scenario).trace
  }

  private static func found(_ trace: Trace) -> Set<String> {
    Set(Audit.judge(trace).filter(\.isFound).map(\.rule.id))
  }

  private static func notFound(_ trace: Trace) -> Set<String> {
    Set(
      Audit.judge(trace).filter { if case .notFound = $0.verdict { true } else { false } }
        .map(\.rule.id))
  }

  @Test(arguments: Library.scenarios.map(\.id))
  func `find in the file what they find in the run, or say that it cannot be seen`(
    id: String
  ) throws {
    let scenario = try #require(Library.scenarios.first { $0.id == id })
    for variant in [nil] + scenario.variants.map({ Optional($0.name) }) {
      let trace = play(scenario, RunInputs(variant: variant))
      let archive = try Self.imported(trace, reveals: true)
      let name = "\(id)#\(variant ?? "main")"
      let more = Self.found(archive).subtracting(Self.found(trace))
        .subtracting(["http-hsts"]).subtracting(Self.fromOutside[id] ?? [])
      #expect(more.isEmpty, "\(name): only in the file: \(more.sorted())")
      let contradicted = Self.notFound(archive).intersection(Self.found(trace))
      #expect(contradicted.isEmpty, "\(name): denied in the file: \(contradicted.sorted())")
    }
  }

  @Test(arguments: Library.scenarios.map(\.id))
  func `say the same of a file that was imported and exported once more`(id: String) throws {
    let scenario = try #require(Library.scenarios.first { $0.id == id })
    let trace = play(scenario, RunInputs(variant: scenario.opens))
    for reveals in [true, false] {
      let once = try Self.imported(trace, reveals: reveals)
      let twice = try Self.imported(once, reveals: true)
      #expect(Self.found(once) == Self.found(twice))
      #expect(Self.notFound(once) == Self.notFound(twice))
    }
  }
}
