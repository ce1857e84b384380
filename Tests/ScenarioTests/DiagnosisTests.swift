import Exporters
import Guide
import Imports
import Simulation
import Testing
import Trace

/// What `authscope why` has to say of the library's failing sign-ins: of the run itself, and of the
/// same run exported as a HAR and read again. Where a browser's file shows more people than the
/// scenario (an attacker is a browser like any other), the two may differ.
private let declared: [(run: String, direct: String?, har: String?)] = [
  ("oauth/login-loop", nil, nil),
  ("oauth/login-loop#strict", "cookie-withheld", "cookie-withheld"),
  ("oauth/login-loop#clock", "clock", "clock"),
  ("oauth/login-loop#tolerant", nil, nil),
  ("oauth/login-loop#form-post", nil, nil),
  ("oauth/login-loop#form-post-lax", "form-post-lax", "form-post-lax"),
  ("oauth/login-loop#proxy", nil, nil),
  ("oauth/login-loop#proxy-ignored", "http-behind-proxy", "http-behind-proxy"),
  ("oauth/login-loop#oversized", "cookie-oversized", "cookie-oversized"),
  ("oauth/login-loop#in-the-cookie", nil, nil),
  ("oauth/link-csrf", "state-mismatch", nil),
  ("oauth/code-replay", "grant-refused", "code-reused"),
  ("oauth/refusals-client", "code-reused", "code-reused"),
  ("oauth/issuer-mismatch", "wrong-issuer", "wrong-issuer"),
  ("oauth/redirect-uri", "redirect-uri", "redirect-uri"),
  ("oauth/silent-login", "login-required", "login-required"),
  ("oauth/code-flow", "access-denied", "access-denied"),
  ("oauth/outage", "provider-error", "provider-error"),
  ("oauth/refresh", "grant-refused", "grant-refused"),
  ("oauth/client-credentials", "wrong-audience", "wrong-audience"),
  ("oauth/client-credentials#looked-up", "client-refused", "client-refused"),
  ("session/cross-domain", "cookie-withheld", "cookie-withheld"),
  ("jwt/audience", nil, "wrong-audience"),
  ("jwt/refresh", "token-expired", "token-expired"),
  // Nothing fails in these, or nobody but an attacker is refused.
  ("session/login", nil, nil), ("session/logout-revocation", nil, nil),
  ("session/fixation", nil, nil), ("session/scaling", nil, nil), ("session/csrf", nil, nil),
  ("oauth/oidc-login", nil, nil), ("oauth/logout", nil, nil), ("oauth/step-up", nil, nil),
  ("combined/production", nil, nil), ("combined/three-ways", nil, nil),
  ("combined/decision-server-rendered", nil, nil),
]

@Suite struct `The diagnosis of a failing sign-in` {
  private static func trace(_ run: String) throws -> Trace {
    let parts = run.split(separator: "#").map(String.init)
    let scenario = try Library.scenario(parts[0])
    return play(scenario, RunInputs(variant: parts.count > 1 ? parts[1] : nil))
  }

  private static func imported(_ trace: Trace, reveals: Bool = true) throws -> Trace {
    let write = try #require(ExportForm.named("har")?.write)
    let text = write(RunDocument(trace, reveals: reveals))
    let imported = try HARImport.read(Array(text.utf8), name: "run.har")
    #expect(imported.report.damage == nil)
    #expect(imported.report.writer == .authscope)
    return imported.trace
  }

  @Test(arguments: declared.map(\.run))
  func `is the declared one, of the run and of its HAR`(run: String) throws {
    let row = try #require(declared.first { $0.run == run })
    let trace = try Self.trace(run)
    #expect(Diagnosis.of(trace)?.cause.id == row.direct)
    #expect(Diagnosis.of(try Self.imported(trace))?.cause.id == row.har)
  }

  @Test func `is declared for every variant of the login loop`() throws {
    let worlds = try Library.scenario("oauth/login-loop").worlds
    let names = worlds.map { "oauth/login-loop" + ($0.map { "#\($0)" } ?? "") }
    #expect(names.allSatisfy { name in declared.contains { $0.run == name } })
  }

  @Test(arguments: ["strict", "form-post-lax", "proxy-ignored"])
  func `needs no secret: a HAR with their names in their places says the same`(variant: String)
    throws
  {
    let trace = try Self.trace("oauth/login-loop#\(variant)")
    let masked = Diagnosis.of(try Self.imported(trace, reveals: false))
    #expect(masked?.cause.id == Diagnosis.of(trace)?.cause.id)
  }

  @Test(arguments: DiagnosedCause.all.map(\.id))
  func `names scenarios that there are`(id: String) throws {
    let cause = try #require(DiagnosedCause.all.first { $0.id == id })
    for run in [cause.scenario] + cause.alsoShownBy {
      let parts = run.split(separator: "#").map(String.init)
      let scenario = try Library.scenario(parts[0])
      #expect(parts.count == 1 || scenario.variant(named: parts[1]) != nil, "\(run)")
    }
  }

  /// Those whose lesson is about an attack, or that the simulation has no failing sign-in for.
  private static let shownOtherwise: Set<String> = [
    "cookie-refused", "cookie-not-sent", "session-missing", "redirect-loop", "code-reused",
    "wrong-audience",
  ]

  @Test(arguments: DiagnosedCause.all.map(\.id))
  func `is what its scenario shows`(id: String) throws {
    guard !Self.shownOtherwise.contains(id) else { return }
    let cause = try #require(DiagnosedCause.all.first { $0.id == id })
    #expect(Diagnosis.of(try Self.trace(cause.scenario))?.cause.id == id)
  }

  @Test(arguments: Library.ids)
  func `points at records of the trace, and at entries of the file`(id: String) throws {
    let scenario = try Library.scenario(id)
    let trace = play(scenario)
    if let found = Diagnosis.of(trace) {
      #expect(!found.evidence.isEmpty)
      #expect(found.evidence.allSatisfy { trace.records.indices.contains($0.record) })
    }
    let again = try Self.imported(trace)
    #expect(again.imported?.entryOfRecord.count == again.records.count)
    guard let found = Diagnosis.of(again) else { return }
    let numbers = MessageNumbers(again)
    let count = again.imported?.entries ?? 0
    for evidence in found.evidence {
      guard case .entry(let number) = numbers.place(ofRecord: evidence.record) else {
        Issue.record("no entry for \(evidence.text)")
        continue
      }
      #expect(number >= 1 && number <= count)
    }
  }
}

@Suite struct `A HAR of our own, read again` {
  @Test(arguments: Library.ids)
  func `has the same messages, parties and cookies as the run`(id: String) throws {
    let trace = play(try Library.scenario(id))
    let write = try #require(ExportForm.named("har")?.write)
    let text = write(RunDocument(trace, reveals: true))
    let again = try HARImport.read(Array(text.utf8), name: "run.har").trace
    let web = Self.lines(trace).filter { $0.contains(" http") }
    #expect(Self.lines(again) == web)
    #expect(
      again.steps.allSatisfy { step in trace.steps.contains { $0.id.description == step.id.name } })
  }

  /// Who asks whom for what, and what comes back, in the order of the requests.
  private static func lines(_ trace: Trace) -> [String] {
    let beats = trace.beats
    return beats.compactMap { beat in
      guard beat.kind == .request, let sent = trace.records[beat.record].event.sent else {
        return nil
      }
      let answer = beats.responsePairs[beat.index].map { trace.records[beats[$0].record] }
      let status = answer?.event.received?.response.status ?? 0
      var url = sent.request.url
      url.fragment = nil
      let to = trace.name(of: sent.to, instance: sent.instance)
      return "\(trace.party(sent.from).name) > \(to) \(sent.request.method) \(url.text) \(status)"
    }
  }
}
