import Ledger
import Simulation
import Testing
import Trace
import Wire

/// A play of `oauth/code-flow` in which somebody inside the provider changes the token response:
/// what a client must see by itself, and no scenario can bring about.
private struct ForgedAnswer {
  static let tokenRequest = Address(step: StepID("callback"), path: SendPath(packed: 0x0101))

  let trace: Trace
  private let step: Int

  init(
    without muted: CheckID? = nil, settings: [Setting] = [],
    _ change: (inout JSONObject) throws -> Void
  ) throws {
    let lesson = try Library.scenario("oauth/code-flow")
    var answer = try tokenResponse(play(lesson))
    var body = try #require(try JSONValue.parse(answer.body).object)
    try change(&body)
    answer.body = JSONValue.object(body).text()
    let forged = Intervention(
      at: Self.tokenRequest, fingerprint: nil, change: .answer(answer))
    trace = play(lesson, RunInputs(settings: settings, interventions: [forged], muted: muted))
    step = try #require(trace.lastStep(named: "callback"))
  }

  var status: String? { trace.value(of: .status, atStep: step) }

  func outcome(of check: CheckID) -> String? { trace.value(of: .check(check), atStep: step) }
}

private func tokenResponse(_ trace: Trace) throws -> Response {
  let step = try #require(trace.lastStep(named: "callback"))
  let found = trace.records(ofStep: step).lazy.compactMap { record -> Response? in
    guard record.path == ForgedAnswer.tokenRequest.path, case .received(let it) = record.event
    else { return nil }
    return it.response
  }
  return try #require(found.first)
}

/// Changes the ID token's claims under its old signature.
private func rewrite(
  _ body: inout JSONObject, _ change: (inout JSONObject) throws -> Void
) throws {
  let token = try #require(body["id_token"]?.string)
  var parts = token.split(separator: ".").map(String.init)
  var claims = try #require(
    try JSONValue.parse(String(decoding: try Base64.decodeURL(parts[1]), as: UTF8.self)).object)
  try change(&claims)
  parts[1] = Base64.url(Array(JSONValue.object(claims).text().utf8))
  body["id_token"] = .string(parts.joined(separator: "."))
}

/// The ID token as if it had come with another access token.
private func nameAnother(_ body: inout JSONObject) throws {
  try rewrite(&body) { $0["at_hash"] = "77QmUPtjPfzWtF2AnpK9RQ" }
}

/// The ID token as if it had been issued an hour from now.
private func postdate(_ body: inout JSONObject) throws {
  try rewrite(&body) { claims in
    claims["iat"] = .integer(try #require(claims["iat"]?.integer) + 3600)
  }
}

private let believing = [Setting.defence("verify-signature", level: "off")]

@Test func `a client refuses an access token that its ID token does not name`() throws {
  let refused = try ForgedAnswer(settings: believing, nameAnother)
  #expect(refused.outcome(of: "token-hash") == "failed")
  #expect(refused.status == "400")
  let muted = try ForgedAnswer(without: "token-hash", settings: believing, nameAnother)
  #expect(muted.status == "303")
}

@Test func `a client refuses an ID token from the future, even when it believes signatures`() throws
{
  let refused = try ForgedAnswer(settings: believing, postdate)
  #expect(refused.outcome(of: "issued-at") == "failed")
  #expect(refused.status == "400")
  #expect(
    try ForgedAnswer(without: "issued-at", settings: believing, postdate).status == "303")
}
