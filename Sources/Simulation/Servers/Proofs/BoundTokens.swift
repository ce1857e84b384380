import Ledger
import Trace
import Wire

/// The rows of an API for tokens that are bound to a key (RFC 9449 7).
enum BoundTokens {
  /// An endpoint behind a good token, with these rows where the world has proofs.
  static func endpoint(
    _ start: Pipeline<Arrival, Authorised>,
    _ build: (Pipeline<Arrival, Authorised>) -> Endpoint
  ) -> Endpoint {
    let bound = ProofChecks.table(start.checks([schemeFits, proofPresent]))
      .checks([proofForToken, keyMatches])
    return .either(build(start), or: build(bound)) { $0.isQuietlyOff("dpop") }
  }

  /// The downgrade: a bound token that is shown as if whoever has it might use it (RFC 9449 7.2).
  private static let schemeFits = Check<Authorised>(
    CheckInfo(
      "scheme-fits-token", "a bound token comes as DPoP, any other as Bearer", "RFC 9449 7.2",
      defence: "check-binding"),
    elseBy: { it in
      it.refusal(
        401, "invalid_token",
        it.boundTo == nil ? "the token is bound to no key" : "the token is bound to a key")
    }
  ) { it, _ in
    switch (it.boundTo, it.challenge.scheme) {
    case (nil, .bearer): .moot("the token is bound to no key")
    case (nil, .dpop): .fails(expected: "Bearer: nothing binds the token", actual: "DPoP")
    case (_?, .dpop): .holds
    case (_?, .bearer): .fails(expected: "DPoP, with a proof", actual: "Bearer")
    }
  }

  private static let proofPresent = Check<Authorised>(
    CheckInfo("proof-present", "a proof came along", "RFC 9449 7.1", defence: "dpop"),
    elseBy: { $0.refusal(ofProof: "invalid_dpop_proof", "a proof is missing") }
  ) { it, _ in
    guard it.wantsProof else { return .moot("the token came as Bearer") }
    return it.request.headers["DPoP"] == nil
      ? .fails(expected: "a DPoP header", actual: "none") : .holds
  }

  private static let proofForToken: Check<Authorised> = ProofChecks.check(
    "proof-for-token", "the proof was made for this token (ath)", "RFC 9449 4.3",
    defence: "check-binding",
    elseBy: { $0.refusal(ofProof: "invalid_dpop_proof", "ath is not the hash of this token") }
  ) { proof, it, _ in
    let hash = TokenHash.of(it.token)
    guard let came = proof["ath"] else { return .fails(expected: hash, actual: "no ath") }
    return came == hash ? .holds : .fails(expected: hash, actual: came)
  }

  private static let keyMatches: Check<Authorised> = ProofChecks.check(
    "token-key-matches", "the proof is signed with the key that the token is bound to",
    "RFC 9449 7.1", defence: "check-binding",
    elseBy: { $0.refusal(401, "invalid_token", "the token is bound to another key") }
  ) { proof, it, _ in
    let expected = it.boundTo ?? "no key"
    return proof.thumbprint == expected
      ? .holds : .fails(expected: expected, actual: proof.thumbprint)
  }
}

extension Authorised: Proving {
  /// The thumbprint of the key that the token is bound to (RFC 7800, RFC 9449 6.1).
  var boundTo: String? { claims["cnf"]?["jkt"]?.string }

  var wantsProof: Bool { challenge.scheme == .dpop }

  func refusal(ofProof error: String, _ description: String) -> Refusal {
    refusal(401, error, description)
  }
}
