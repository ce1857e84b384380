import Trace
import Wire

// Requests of a scenario's own that show a token, with or without a proof.
extension Run {
  /// The header fields; nil where there is no token to show.
  func authorization(
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
