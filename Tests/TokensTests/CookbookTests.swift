import Testing
import Wire

@testable import Tokens

/// The JWS of RFC 7520, RFC 8037 and RFC 7797: verified, and created again where they can be.
struct CookbookTests {
  private let files =
    Vectors.files("jose-cookbook/jws") + Vectors.files("jose-cookbook/rfc7797")
    + ["jose-cookbook/curve25519/jws.json"]

  /// Its output leaves out the `crit` that its own input, and RFC 7797 6, demand.
  private let withoutCrit = "jose-cookbook/rfc7797/4.2.hmac-sha2_b64_false.json"

  @Test func `every signature of the cookbook is verified, in every serialization`() throws {
    var verified = 0
    for path in files {
      guard let file = try Vectors.json(path) else { return }
      let payload = Array((file["input"]?["payload"]?.string ?? "").utf8)
      for (name, token) in try tokens(file, payload) {
        let verdict = try verdict(token, file, waivingCrit: path == withoutCrit)
        #expect(verdict.signature.map(fits) == true, "\(path) \(name)")
        #expect((verdict.accepted?.verified != nil) == (path != withoutCrit), "\(path) \(name)")
        #expect(token.payload == payload, "\(path) \(name)")
        verified += 1
      }
    }
    print("cookbook signatures: \(verified) verified in \(files.count) files")
    #expect(files.count == 11)
    #expect(verified == 30)
  }

  @Test func `b64 without crit is refused by the strict verifier`() throws {
    guard let file = try Vectors.json(withoutCrit), let json = file["output"]?["json_flat"] else {
      return
    }
    let token = try SignedMessage(json).tokens()[0]
    let verdict = try verdict(token, file, waivingCrit: false)
    #expect(verdict.refusal?.row.check.id == "critical-header")
  }

  @Test func `what can be reproduced is created again byte for byte`() throws {
    var created = 0
    for path in files where path != withoutCrit {
      guard let file = try Vectors.json(path) else { return }
      guard file["reproducible"]?.bool == true, let signing = file["signing"],
        let name = file["input"]?["alg"]?.string,
        let algorithm = SignatureAlgorithm(name: name)
      else { continue }
      let signer = try TokenSigner(algorithm, JWK(file["input"]?["key"] ?? .null))
      let payload = Array((file["input"]?["payload"]?.string ?? "").utf8)
      // The members as they stand in the encoded header, whose order the examples keep.
      let protected = signing["protected_b64u"]?.string.map { text in
        (try? JSONValue.parse(Base64.decodeURL(protectedText(file) ?? text)))?.object
          ?? JSONObject()
      }
      let signature = try signer.sign(
        protected: protected, header: signing["unprotected"]?.object ?? JSONObject(),
        payload: payload)
      let text = file["output"]?["json_flat"]?["payload"]?.string
      let message = SignedMessage(payload: text, signatures: [signature], isFlattened: true)
      #expect(sorted(message.json) == file["output"]?["json_flat"]?.object.map(sorted), "\(path)")
      created += 1
    }
    print("cookbook signatures: \(created) created again")
    #expect(created == 7)
  }

  private func protectedText(_ file: JSONValue) -> String? {
    file["output"]?["json_flat"]?["protected"]?.string
  }

  private func sorted(_ object: JSONObject) -> JSONObject {
    JSONObject(object.members.sorted { $0.name < $1.name })
  }

  private func tokens(
    _ file: JSONValue, _ payload: [UInt8]
  ) throws -> [(String, UnverifiedToken)] {
    guard let output = file["output"] else { return [] }
    var found: [(String, UnverifiedToken)] = []
    let isDetached = output["json_flat"] != nil && output["json_flat"]?["payload"] == nil
    if let text = output["compact"]?.string {
      found.append(
        (
          "compact",
          isDetached
            ? try UnverifiedToken(detached: text, payload: payload)
            : try UnverifiedToken(text, as: .anything)
        ))
    }
    for name in ["json", "json_flat"] {
      guard let json = output[name] else { continue }
      let message = try SignedMessage(json)
      #expect(message.isFlattened == (name == "json_flat"))
      for token in try message.tokens(detached: isDetached ? payload : nil) {
        found.append((name, token))
      }
    }
    return found
  }

  private func verdict(
    _ token: UnverifiedToken, _ file: JSONValue, waivingCrit: Bool
  ) throws -> TokenVerdict {
    let input = file["input"]?["key"] ?? .null
    let keys = try JWKSet((input.array ?? [input]).map { try JWK($0) })
    let all = token.algorithm.flatMap(SignatureAlgorithm.init(name:)).map { [$0] } ?? []
    // The set of the example with three signatures holds a secret beside public keys on purpose.
    let own = keys.keys.filter { key in all.contains { $0.misfit(of: key) == nil } }
    var policy = VerificationPolicy(.pinned(all), keys: JWKSet(own))
    policy.payload = .anything
    if waivingCrit { policy.waived = ["critical-header": .caller("the example has none")] }
    return TokenVerifier(policy).verify(token, at: 0)
  }

  private func fits(_ fact: SignatureFact) -> Bool {
    if case .fits = fact { true } else { false }
  }

  @Test func `every key of the cookbook is read and written again`() throws {
    var read = 0
    for path in Vectors.files("jose-cookbook/jwk") {
      guard let json = try Vectors.json(path), let object = json.object else { return }
      let key = try JWK(json)
      let again = try key.json(revealingPrivate: true)
      #expect(sorted(again) == sorted(object), "\(path)")
      read += 1
    }
    print("cookbook keys: \(read) of 6")
    #expect(read == 6 || read == 0)
  }
}
