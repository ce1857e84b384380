import Ledger
import Trace
import Wire

extension AuthenticatedClient: Proving {
  var wantsProof: Bool { true }

  func refusal(ofProof error: String, _ description: String) -> Refusal {
    .oauth(status: 400, error: error, description: description)
  }
}

/// What a provider asks of proofs besides: that they are of the key which was announced, or which
/// the token is bound to.
enum BoundClients {
  static let proofPresent = Check<AuthenticatedClient>(
    CheckInfo(
      "proof-present", "a client that takes bound tokens only brings a proof", "RFC 9449 5.2",
      defence: "dpop"),
    elseBy: { $0.refusal(ofProof: "invalid_dpop_proof", "this client needs a proof") }
  ) { client, _ in
    if client.request.headers["DPoP"] != nil { return .holds }
    return client.row["dpop_bound"] == "true"
      ? .fails(expected: "a DPoP header", actual: "none")
      : .moot("this client takes either kind")
  }

  /// `dpop_jkt`, as it stands in an authorization request.
  static let thumbprintUnderstood = Check<AuthorizationRequest>(
    CheckInfo(
      "thumbprint-understood", "dpop_jkt is the SHA-256 thumbprint of a key", "RFC 9449 10",
      defence: "dpop"),
    elseBy: { $0.refusal("invalid_request", "dpop_jkt is no thumbprint") }
  ) { request, _ in
    guard let thumbprint = request["dpop_jkt"] else { return .moot("none was sent") }
    let isHash = (try? Base64.decodeURL(thumbprint))?.count == 32
    return isHash ? .holds : .fails(expected: "32 bytes in base64url", actual: thumbprint)
  }

  /// A proof that comes with a pushed request says the same as `dpop_jkt` (RFC 9449 10.1).
  static let pushedKeyMatches: Check<AuthenticatedClient> = ProofChecks.check(
    "pushed-key-matches", "dpop_jkt and the proof speak of one key", "RFC 9449 10.1",
    elseBy: { $0.refusal(ofProof: "invalid_dpop_proof", "dpop_jkt is another key") }
  ) { proof, client, _ in
    guard let named = client.request.field("dpop_jkt") else {
      return .moot("the proof alone says which key")
    }
    return named == proof.thumbprint
      ? .holds : .fails(expected: proof.thumbprint, actual: named)
  }

  /// A code that was asked for one key is worth nothing with another.
  static let codeKeyMatches = Check<Redemption>(
    CheckInfo(
      "code-key-matches", "the proof is of the key that the request announced", "RFC 9449 10",
      defence: "dpop"),
    else: .oauth(
      status: 400, error: "invalid_grant", description: "the code is bound to another key")
  ) { it, _ in
    guard let announced = it.row["dpop_jkt"] else { return .moot("none was announced") }
    return compared(it.client.proof, with: announced)
  }

  /// A public client shows by the key that the refresh token is its own.
  static let refreshKeyMatches = Check<RefreshTokens.Presented>(
    CheckInfo(
      "refresh-key-matches", "the proof is of the key that the refresh token is bound to",
      "RFC 9449 5", defence: "dpop"),
    else: .oauth(
      status: 400, error: "invalid_grant", description: "the token is bound to another key")
  ) { it, _ in
    guard let bound = it.row["jkt"] else { return .moot("the refresh token is bound to no key") }
    return compared(it.holder?.proof, with: bound)
  }

  private static func compared(_ proof: Proof?, with expected: String) -> Finding {
    guard let proof else { return .fails(expected: expected, actual: "no proof") }
    return proof.thumbprint == expected
      ? .holds : .fails(expected: expected, actual: proof.thumbprint)
  }
}

extension Grant {
  /// The tokens are for whoever holds the key of the proof that came along. A refresh token is
  /// bound too where the client has nothing else to show (RFC 9449 5).
  mutating func bind(to client: AuthenticatedClient?) {
    guard let client, let proof = client.proof else { return }
    key = proof.thumbprint
    if !client.isConfidential, refreshKey == nil { refreshKey = key }
  }
}
