import Ledger
import Tokens
import Trace
import Wire

/// A DPoP proof that has reached a server (RFC 9449 4.2): somebody who holds a key signs this one
/// request.
struct Proof: Sendable {
  let claims: JSONObject
  /// What the verifier says of it, every row judged and none refused.
  let verdict: TokenVerdict
  /// The thumbprint of the key that it brings along (RFC 7638); empty where that cannot be read.
  let thumbprint: String
  /// Where its `jti` is remembered.
  let key: RowKey
  /// The nonces that the server takes, the newest first; empty where it asks for none.
  let nonces: [String]

  /// How old a proof may be, and how far from the future, for clocks that differ.
  static let lifetime: Int64 = 60
  static let tolerance: Int64 = 5

  /// What proofs may be signed with: nothing that the server could sign with as well.
  static let algorithms: [SignatureAlgorithm] = [.es256, .ed25519, .ps256]

  subscript(_ name: String) -> String? { claims[name]?.string }
  var issuedAt: Int64 { claims["iat"]?.integer ?? 0 }
}

/// Facts about a request that may have come with a proof.
protocol Proving: Sendable {
  var proof: Proof? { get set }
  var request: Request { get }
  /// Whether a proof that comes along is looked at.
  var wantsProof: Bool { get }
  func refusal(ofProof error: String, _ description: String) -> Refusal
}

extension TokenVerdict {
  /// What the judge of a row says, whether or not the row could refuse.
  func finding(_ check: TokenCheck) -> Finding {
    switch self[check.id] {
    case .pass: .holds
    case .fail(let expected, let actual): .fails(expected: expected, actual: actual)
    case .off(_, let finding): finding
    case .notApplicable(let why): .moot(why)
    case .notReached, nil: .moot("an earlier row has refused")
    }
  }
}
