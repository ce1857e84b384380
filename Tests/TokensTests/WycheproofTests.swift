import Testing
import Wire

@testable import Tokens

/// Project Wycheproof's vectors for JWS and JWK, judged by the strict verifier.
struct WycheproofTests {
  /// Cases whose label contradicts the case, and what a strict verifier says.
  private static let exceptions: [Int64: (accepts: Bool, reason: String)] = [
    367: (true, "labelled invalid, byte for byte the valid 357"),
    370: (true, "labelled invalid, byte for byte the valid 357"),
    346: (false, "labelled valid, key for PS256 under a header that says PS384"),
    350: (false, "labelled valid, key for PS256 under a header that says PS384"),
    347: (false, "labelled valid, the key declares ES521, which does not exist"),
    351: (false, "labelled valid, the key declares ES521, which does not exist"),
    372: (false, "labelled valid, with ? inside base64url"),
    373: (false, "labelled valid, with ? inside base64url"),
  ]

  @Test func `signatures are judged as labelled, but for eight labels that contradict themselves`()
    throws
  {
    guard let file = try Vectors.json("wycheproof/json_web_signature_test.json") else { return }
    var agreed = 0
    var excepted: Set<Int64> = []
    for (id, token, keys, isValid) in cases(file) {
      let accepts = accepts(token, keys)
      if let exception = Self.exceptions[id] {
        #expect(accepts == exception.accepts, "tcId \(id): \(exception.reason)")
        #expect(accepts != isValid, "tcId \(id) is no exception any more")
        excepted.insert(id)
      } else {
        #expect(accepts == isValid, "tcId \(id)")
        agreed += accepts == isValid ? 1 : 0
      }
    }
    print("wycheproof signatures: \(agreed) of 393 as labelled, \(excepted.count) named exceptions")
    #expect(agreed == 393)
    #expect(excepted.count == Self.exceptions.count)
  }

  @Test func `keys and sets of keys are judged as labelled`() throws {
    guard let file = try Vectors.json("wycheproof/json_web_key_test.json") else { return }
    var agreed = 0
    for (id, token, keys, isValid) in cases(file) {
      let accepts = accepts(token, keys)
      #expect(accepts == isValid, "tcId \(id)")
      agreed += accepts == isValid ? 1 : 0
    }
    print("wycheproof keys: \(agreed) of 26 as labelled")
    #expect(agreed == 26)
  }

  private func cases(_ file: JSONValue) -> [(Int64, String, JSONValue, Bool)] {
    var found: [(Int64, String, JSONValue, Bool)] = []
    for group in file["testGroups"]?.array ?? [] {
      let keys = group["public"] ?? group["private"] ?? .null
      for test in group["tests"]?.array ?? [] {
        let id = test["tcId"]?.integer ?? 0
        found.append((id, test["jws"]?.string ?? "", keys, test["result"]?.string == "valid"))
      }
    }
    return found
  }

  /// The caller pins what its keys declare; keys that declare nothing allow what they can do.
  private func accepts(_ token: String, _ json: JSONValue) -> Bool {
    guard let keys = try? JWKSet(json) else { return false }
    let declared = keys.keys.compactMap(\.algorithm)
    let pinned =
      declared.isEmpty
      ? SignatureAlgorithm.allCases : declared.compactMap(SignatureAlgorithm.init(name:))
    var policy = VerificationPolicy(.pinned(pinned), keys: keys)
    policy.payload = .anything
    return TokenVerifier(policy).verify(token, at: 0).accepted?.verified != nil
  }
}
