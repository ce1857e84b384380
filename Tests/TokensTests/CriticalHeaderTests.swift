import Ledger
import Testing
import Wire

@testable import Tokens

@Suite struct `Critical header members that the caller understands` {
  private func outcome(
    _ header: JSONObject, understood: [String], without waived: [CheckID: Waiver] = [:]
  ) throws -> Outcome? {
    let token = try TokenSigner(.hs256, Keys.secret).sign(
      ["exp": 4_102_444_800], extra: header)
    var policy = VerificationPolicy(.pinned([.hs256]), keys: JWKSet([Keys.secret]))
    policy.understood = understood
    policy.waived = waived
    return TokenVerifier(policy).verify(token, at: 1_767_225_600)["critical-header"]
  }

  private func isRefused(_ header: JSONObject, understood: [String]) throws -> Bool {
    guard case .fail = try outcome(header, understood: understood) else { return false }
    return true
  }

  @Test func `let a token in that names them`() throws {
    let header: JSONObject = ["crit": ["read-only"], "read-only": true]
    #expect(try outcome(header, understood: ["read-only"]) == .pass)
    #expect(try isRefused(header, understood: []))
    #expect(try isRefused(header, understood: ["Read-Only"]))
  }

  @Test func `have to be there, once, and all of them`() throws {
    #expect(try isRefused(["crit": ["read-only"]], understood: ["read-only"]))
    #expect(
      try isRefused(
        ["crit": ["read-only", "read-only"], "read-only": true], understood: ["read-only"]))
    #expect(
      try isRefused(
        ["crit": ["read-only", "other"], "read-only": true, "other": 1],
        understood: ["read-only"]))
    #expect(
      try outcome(
        ["crit": ["read-only", "other"], "read-only": true, "other": 1],
        understood: ["read-only", "other"]) == .pass)
  }
}
