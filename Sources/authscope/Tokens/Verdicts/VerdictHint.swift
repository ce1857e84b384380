import Tokens

/// The next step for whoever had a token refused, where there is one.
struct VerdictHint {
  private let judgement: Judgement
  private let isMessage: Bool

  init(_ judgement: Judgement, _ request: VerificationRequest) {
    self.judgement = judgement
    isMessage = request.context.isMessage
  }

  var sentence: String? {
    guard let refusal = judgement.refusal else { return nil }
    if refusal.kind == .malformed, let words = ofForm(refusal) { return words }
    return "`authscope token why` with the same options looks for the cause."
  }

  private func ofForm(_ refusal: TokenRefusal) -> String? {
    guard case .fail(_, let actual) = refusal.row.outcome else { return nil }
    if actual.contains("JWE") || actual.contains("ciphertext") {
      return "To verify what is inside, say --decrypt-key FILE and --decrypt-alg NAME."
    }
    if actual.contains("no JWT"), !isMessage {
      return "To verify it as a JWS, whose payload may be anything, say --jws."
    }
    return nil
  }
}
