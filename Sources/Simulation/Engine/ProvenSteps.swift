import Trace
import Wire

/// What a person's or a script's request is made of, as far as its header fields go.
struct SentWithToken {
  let method: String
  let headers: [TemplatePair]
  let bearer: Template?
  let proof: StepProof?
  let hasForm: Bool

  init(_ request: RequestStep) {
    method = request.method
    headers = request.headers
    bearer = request.bearer
    proof = request.proof
    hasForm = !request.form.isEmpty
  }

  init(_ fetch: FetchAct) {
    method = fetch.method
    headers = fetch.headers
    bearer = fetch.bearer
    proof = fetch.proof
    hasForm = !fetch.form.isEmpty
  }
}

// Requests of a scenario's own that show a token, with or without a proof.
extension Run {
  /// The fields for one sending; a proof is made anew each time.
  func headers(of sent: SentWithToken, to url: WireURL) -> [Pair] {
    let form = Pair("Content-Type", "application/x-www-form-urlencoded")
    return pairs(sent.headers) + authorization(sent.bearer, sent.proof, sent.method, url)
      + (sent.hasForm ? [form] : [])
  }

  private func authorization(
    _ bearer: Template?, _ proof: StepProof?, _ method: String, _ url: WireURL
  ) -> [Pair] {
    let token = bearer.flatMap { isThere($0) ? text($0) : nil }
    guard let proof, makesProofs, let text = made(proof, method, url, token) else {
      return token.map { [Pair("Authorization", "Bearer " + $0)] } ?? []
    }
    let shown = token.map { [Pair("Authorization", "DPoP " + $0)] } ?? []
    return shown + [Pair("DPoP", text)]
  }

  private func made(
    _ proof: StepProof, _ method: String, _ url: WireURL, _ token: String?
  ) -> String? {
    switch proof {
    case .made(let holder): makeProof(by: holder, method, url, token: token, at: now)
    case .copied(let copy): isThere(copy) ? text(copy) : nil
    }
  }

  /// Whether a holder of a key sends the request once more, with the nonce that it was told.
  func isAskedAgain(_ proof: StepProof?, client: Int, at url: WireURL) -> Bool {
    guard case .made(let holder) = proof, makesProofs else { return false }
    return keepNonce(of: world.browsers[client].lastResponse, for: holder, at: url)
  }
}
