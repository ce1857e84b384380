import Cryptography
import Tokens

/// How many tokens a second are verified, signature and claims with the whole ledger, beside what
/// libcrypto alone does with the same bytes.
struct VerificationRate {
  let own: Measurement
  let bare: Measurement
  /// Round by round.
  let ratio: Measurement

  /// Both take turns many times in a round, so that what else the machine does hits them alike.
  init(_ subject: VerificationCase, rounds: Int) throws(Failure) {
    let verifier = TokenVerifier(Self.policy(subject))
    let bare = try Self.bare(subject)
    let verify = { verifier.verify(subject.token, at: subject.now).isVerified }
    guard verify(), bare.holds() else {
      throw Failure("\(subject.name): the token does not verify")
    }
    let count = max(20, Int(4 / Self.milliseconds(50, verify) * 50))
    var rates: [(own: Double, bare: Double)] = []
    for _ in 0..<max(1, rounds) {
      var (own, alone) = (0.0, 0.0)
      for _ in 0..<25 {
        own += Self.milliseconds(count, verify)
        alone += Self.milliseconds(count, bare.holds)
      }
      let total = Double(count * 25) * 1000
      rates.append((total / own, total / alone))
    }
    let ratios = rates.map { $0.own / $0.bare }.sorted()
    let alone = Measurement(
      name: subject.name, unit: "/s", samples: rates.map(\.bare).sorted())
    ratio = Measurement(name: subject.name, unit: "", samples: ratios)
    self.bare = alone
    own = Measurement(
      name: "verify \(subject.name), signature and claims", unit: "tokens/s",
      samples: rates.map(\.own).sorted(),
      note: "\(Measurement.shown(ratio.median)) of libcrypto alone "
        + "(\(Measurement.shown(ratio.fastest)) to \(Measurement.shown(ratio.slowest)); "
        + "\(Measurement.shown(alone.median))/s)")
  }

  private static func milliseconds(_ count: Int, _ work: () -> Bool) -> Double {
    let start = ContinuousClock.now
    for _ in 0..<count {
      guard work() else { preconditionFailure("the same token no longer verifies") }
    }
    return Measurement.milliseconds(since: start)
  }

  private static func policy(_ subject: VerificationCase) -> VerificationPolicy {
    var policy = VerificationPolicy(
      .pinned([subject.algorithm]), keys: JWKSet([subject.verifyingKey]))
    policy.issuer = VerificationCase.issuer
    policy.audience = [VerificationCase.audience]
    return policy
  }

  private static func bare(_ subject: VerificationCase) throws(Failure) -> BareVerification {
    guard let token = try? UnverifiedToken(subject.token) else {
      throw Failure("\(subject.name): the token cannot be read")
    }
    let input = Array(token.signingInput)
    switch (subject.algorithm.method, subject.key.secret, subject.key.publicKey) {
    case (.hmac(let digest), let secret?, _):
      return BareVerification(secret.bytes, tag: token.signature, of: input, with: digest)
    case (.signature(let scheme), _, let key?):
      if let bare = BareVerification(key, signature: token.signature, of: input, by: scheme) {
        return bare
      }
      throw Failure("\(subject.name): the key does not fit")
    case (.hmac, _, _), (.signature, _, _):
      throw Failure("\(subject.name): the key does not fit")
    }
  }
}
