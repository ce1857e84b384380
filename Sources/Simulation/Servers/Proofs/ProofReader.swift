import Cryptography
import Ledger
import Tokens
import Trace
import Wire

/// Reads the DPoP header and judges the signature by the key inside, once; the rows that follow say
/// what each finding is worth.
enum ProofReader {
  private static let info = CheckInfo(
    "proof-readable", "the proof is one JWT with jti, htm, htu and iat", "RFC 9449 4.3")

  static let row = TableRow(info: info, isGate: true)

  static func read<Facts: Proving>(
    _ facts: Facts, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<Facts>) {
    let fields = facts.request.headers.all("DPoP")
    guard facts.wantsProof, let text = fields.first else {
      return ([LedgerRow(info, .notApplicable("no proof came"))], .enter(facts))
    }
    let verdict = verdict(text, hand)
    if let why = fields.count > 1 ? "\(fields.count) of them" : unreadable(verdict) {
      let refusal = facts.refusal(ofProof: "invalid_dpop_proof", "the proof cannot be read")
      let row = LedgerRow(info, .fail(expected: "one proof with its four claims", actual: why))
      return ([row], .refuse(refusal, expected: "", actual: ""))
    }
    var facts = facts
    facts.proof = proof(text, verdict, hand)
    return ([LedgerRow(info, .pass)], .enter(facts))
  }

  /// The key in the header is the key: whose it is, the binding says (RFC 9449 4.3).
  private static func verdict(_ text: String, _ hand: Hand) -> TokenVerdict {
    var policy = VerificationPolicy(.pinned(Proof.algorithms), keys: JWKSet([]))
    policy.embeddedKey = .required
    policy.types = ["dpop+jwt"]
    return hand.judgeSigned(text, by: policy, keeping: readable)
  }

  /// What is no matter of opinion: a header or claims that can be read in two ways.
  private static let readable: [TokenCheck] = [.uniqueMembers, .criticalHeader]

  private static func unreadable(_ verdict: TokenVerdict) -> String? {
    guard let claims = verdict.accepted?.claims else {
      return verdict.refusal.map { "\($0.row.check.title): no" } ?? "no JWT"
    }
    if let missing = ["jti", "htm", "htu"].first(where: { claims[$0]?.string?.isEmpty ?? true }) {
      return "no \(missing)"
    }
    return claims["iat"]?.integer == nil ? "no iat" : nil
  }

  private static func proof(_ text: String, _ verdict: TokenVerdict, _ hand: Hand) -> Proof {
    let claims = verdict.accepted?.claims ?? [:]
    let key = verdict.token?.header["jwk"].flatMap { try? JWK($0) }
    let thumbprint = key.flatMap { try? $0.thumbprint() }.map { Base64.url($0) } ?? ""
    let name = "proof \(thumbprint) \(claims["jti"]?.string ?? "")"
    return Proof(
      claims: claims, verdict: verdict, thumbprint: thumbprint,
      key: RowKey(hand.key(hashing: name).text, secret: hand.secret(text)),
      nonces: ProofNonces.accepted(hand))
  }
}
