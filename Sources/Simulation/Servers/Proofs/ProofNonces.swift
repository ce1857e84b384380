import Cryptography
import Trace
import Wire

/// The nonces that a server asks proofs for (RFC 9449 8): one for five minutes, computed and not
/// kept, so that every instance knows it.
enum ProofNonces {
  private static let span: Int64 = 300

  /// The one of now and the one before it; none where the server asks for none.
  static func accepted(_ hand: Hand) -> [String] {
    guard !hand.isOff("proof-nonce") else { return [] }
    let current = hand.now.seconds / span
    let nonces = [current, current - 1].map { value(of: $0, hand) }
    hand.register(.nonce, nonces[0])
    return nonces
  }

  private static func value(of window: Int64, _ hand: Hand) -> String {
    let text = "\(hand.run.seed)|proof-nonce|\(hand.server.name)|\(window)"
    return Base64.url(Digest.sha256.hash(Array(text.utf8)).prefix(16))
  }
}
