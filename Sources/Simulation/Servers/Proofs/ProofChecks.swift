import Ledger
import Tokens
import Trace
import Wire

/// What a server asks of a proof, row by row (RFC 9449 4.3).
enum ProofChecks {
  static func all<Facts: Proving>() -> [Check<Facts>] {
    [
      ofVerdict("proof-type", "the proof says that it is one: typ is dpop+jwt", [.type]),
      ofVerdict(
        "proof-algorithm", "the proof is signed, and not with a shared secret",
        [.algorithmAllowed]),
      ofVerdict(
        "proof-key", "the proof brings a public key, and no private one",
        [.keySelected, .keyFits, .keyStrength]),
      ofVerdict("proof-signature", "the proof is signed with the key that it brings", [.signature]),
      method(), address(), fresh(), nonce(), unused(),
    ]
  }

  /// Up to the `jti` that is remembered, so that it is good once.
  static func table<Facts: Proving>(_ start: Pipeline<Arrival, Facts>) -> Pipeline<Arrival, Facts> {
    start.ledger([ProofReader.row], ProofReader.read).checks(all())
      .act(where: { $0.proof != nil }) { facts, hand in
        guard let proof = facts.proof else { return }
        let until = hand.now.seconds + Proof.lifetime + Proof.tolerance
        hand.write(
          .seen, proof.key,
          [Pair("jti", proof["jti"] ?? ""), Pair("until", String(until))])
      }
  }

  /// A judgement on a proof; there is none where no proof came.
  static func check<Facts: Proving>(
    _ id: CheckID, _ title: String, _ reference: String, defence: DefenceID = "dpop",
    elseBy refusal: @escaping @Sendable (Facts) -> Refusal,
    reads: (@Sendable (Facts) -> RowReference?)? = nil,
    judge: @escaping @Sendable (Proof, Facts, Seen) -> Finding
  ) -> Check<Facts> {
    Check(
      CheckInfo(id, title, reference, defence: defence), elseBy: refusal, reads: reads
    ) { facts, seen in
      guard let proof = facts.proof else { return .moot("no proof came") }
      return judge(proof, facts, seen)
    }
  }

  private static func invalid<Facts: Proving>(
    _ description: String
  ) -> @Sendable (Facts) -> Refusal {
    { $0.refusal(ofProof: "invalid_dpop_proof", description) }
  }

  /// The first of the verifier's rows that does not hold.
  private static func ofVerdict<Facts: Proving>(
    _ id: CheckID, _ title: String, _ rows: [TokenCheck]
  ) -> Check<Facts> {
    check(id, title, "RFC 9449 4.3", elseBy: invalid("this does not hold: \(title)")) {
      proof, _, _ in
      for row in rows {
        let finding = proof.verdict.finding(row)
        if case .fails = finding { return finding }
      }
      return .holds
    }
  }

  private static func method<Facts: Proving>() -> Check<Facts> {
    check(
      "proof-method", "the proof is for this method (htm)", "RFC 9449 4.3",
      elseBy: invalid("htm is another method")
    ) { proof, facts, _ in
      let named = proof["htm"] ?? ""
      return named == facts.request.method
        ? .holds : .fails(expected: facts.request.method, actual: named)
    }
  }

  /// Query and fragment do not count; case and default port are made equal (RFC 3986 6.2).
  private static func address<Facts: Proving>() -> Check<Facts> {
    check(
      "proof-address", "the proof is for this address (htu)", "RFC 9449 4.3",
      elseBy: invalid("htu is another address")
    ) { proof, facts, _ in
      let named = proof["htu"] ?? ""
      let own = facts.request.url.base
      return WireURL(named)?.base.hasSameBytes(as: own) ?? false
        ? .holds : .fails(expected: own, actual: named)
    }
  }

  private static func fresh<Facts: Proving>() -> Check<Facts> {
    check(
      "proof-fresh", "the proof was made just now (iat)", "RFC 9449 11.1",
      elseBy: invalid("iat is too old, or in the future")
    ) { proof, _, seen in
      let age = seen.now.seconds - proof.issuedAt
      if age > Proof.lifetime {
        return .fails(
          expected: "\(Proof.lifetime) seconds at most",
          actual: TimeSpan(seconds: age).text + " old")
      }
      return age < -Proof.tolerance
        ? .fails(
          expected: "a time that has come",
          actual: TimeSpan(seconds: -age).text + " in the future") : .holds
    }
  }

  private static func nonce<Facts: Proving>() -> Check<Facts> {
    check(
      "proof-nonce", "the proof holds the nonce that the server gave out", "RFC 9449 8",
      defence: "proof-nonce",
      elseBy: { facts in
        let refusal = facts.refusal(ofProof: "use_dpop_nonce", "the proof needs the server's nonce")
        return .adding(Pair("DPoP-Nonce", facts.proof?.nonces.first ?? ""), to: refusal)
      }
    ) { proof, _, _ in
      guard let came = proof["nonce"] else {
        return .fails(expected: "the server's nonce", actual: "none")
      }
      return proof.nonces.contains(came)
        ? .holds : .fails(expected: "the server's nonce", actual: "another, or an old one")
    }
  }

  private static func unused<Facts: Proving>() -> Check<Facts> {
    check(
      "proof-unused", "the proof was not used before (jti)", "RFC 9449 11.1",
      elseBy: invalid("jti was used before"),
      reads: { facts in facts.proof.map { RowReference(table: .seen, key: $0.key) } },
      judge: { _, _, seen in
        seen.row == nil ? .holds : .fails(expected: "a new jti", actual: "one that was used")
      })
  }
}
