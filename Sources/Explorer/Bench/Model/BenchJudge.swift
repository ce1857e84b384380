import Ledger
import Tokens
import Wire

/// Runs the verifier on the bench's token: once for the verdict, once to say what the rows behind
/// a refusal would have said, and for the servers that choose the algorithm in other ways.
struct BenchJudge {
  let text: String
  let decoded: DecodedToken?
  let policy: BenchPolicy
  let key: BenchKey?

  private static let noKey = "no key given"

  func judgement() -> BenchJudgement {
    if decoded?.kind == .encrypted { return encrypted() }
    let tokens = jsonTokens()
    guard let rule else { return undecided(tokens) }
    let keys = key?.set ?? JWKSet([])
    let settings = policy.verification(keys, rule)
    let verdict = verify(settings, tokens)
    let would = verify(waivingAll(settings, Self.noKey), tokens)
    let servers =
      key == nil
      ? []
      : ServerGlance.three(
        { other, waivers in
          var changed = policy.verification(keys, other)
          // What one server leaves out of a signature's checks says nothing of the three.
          for check in TokenCheck.ofSignature where check != .keyStrength {
            changed.waived[check.id] = nil
          }
          changed.waived.merge(waivers) { first, _ in first }
          return verify(changed, tokens)
        }, yours: rule, ofKey: key?.algorithms ?? [])
    return BenchJudgement(
      verdict: .of(verdict), checks: rows(verdict, would), servers: servers, rule: rule,
      opened: nil, signatureCount: tokens?.count ?? 1,
      diagnosis: tokens == nil
        ? TokenDiagnosis(settings, at: policy.clock.seconds, secretText: key?.secretText) : nil)
  }

  /// Who chooses the algorithm; nil as long as neither policy nor key say so.
  private var rule: AlgorithmRule? {
    switch policy.rule {
    case .pinned(let list): .pinned(list)
    case .blocklist(let list): .blocklist(list)
    case .header: .header
    case .undecided: key.map { .pinned($0.algorithms) }
    }
  }

  /// The signatures of a JWS in JSON; nil for the compact form.
  private func jsonTokens() -> [UnverifiedToken]? {
    guard let decoded, decoded.form != .compact else { return nil }
    guard let json = try? JSONValue.parse(text), let message = try? SignedMessage(json) else {
      return []
    }
    return (try? message.tokens()) ?? []
  }

  /// The verdict; of several signatures, the first that is accepted, else that of the first.
  private func verify(_ settings: VerificationPolicy, _ tokens: [UnverifiedToken]?) -> TokenVerdict
  {
    var settings = settings
    let now = policy.clock.seconds
    guard let tokens else { return TokenVerifier(settings).verify(text, at: now) }
    settings.payload = .anything
    let verifier = TokenVerifier(settings)
    let verdicts = tokens.map { verifier.verify($0, at: now) }
    return verdicts.first { $0.accepted != nil } ?? verdicts.first
      ?? verifier.verify(text, at: now)
  }

  /// Without a key nothing is judged but what every token must be.
  private func undecided(_ tokens: [UnverifiedToken]?) -> BenchJudgement {
    let settings = waivingAll(policy.verification(JWKSet([]), .pinned([])), Self.noKey)
    let verdict = verify(settings, tokens)
    let line =
      verdict.refusal == nil
      ? BenchVerdict.undecided(Self.noKey, isEncrypted: false) : BenchVerdict.of(verdict)
    let checks = verdict.ledger.map { row in
      guard case .off(let waiver, let finding) = row.outcome else {
        return BenchCheck(row: row, would: nil)
      }
      // What a token must be in itself needs no key.
      if finding == .holds, Self.needNoKey.contains(row.check.id) {
        return BenchCheck(row: LedgerRow(row.check, .pass), would: nil)
      }
      let isOfSignature = TokenCheck.ofSignature.contains { $0.id == row.check.id }
      return BenchCheck(
        row: LedgerRow(row.check, .off(waiver, finding)), would: isOfSignature ? nil : finding)
    }
    return BenchJudgement(
      verdict: line, checks: checks, servers: [], rule: nil, opened: nil,
      signatureCount: tokens?.count ?? 1,
      diagnosis: verdict.refusal == nil || tokens != nil
        ? nil : TokenDiagnosis(settings, at: policy.clock.seconds))
  }

  private static let needNoKey: Set<CheckID> = [
    TokenCheck.uniqueMembers.id, TokenCheck.criticalHeader.id,
  ]

  /// No check refuses, so that each says what it finds.
  private func waivingAll(_ settings: VerificationPolicy, _ why: String) -> VerificationPolicy {
    var settings = settings
    for check in TokenVerifier.checks where !check.isGate {
      settings.waived[check.id] = settings.waived[check.id] ?? .caller(why)
    }
    return settings
  }

  private func rows(_ verdict: TokenVerdict, _ would: TokenVerdict) -> [BenchCheck] {
    zip(verdict.ledger, would.ledger).map { row, other in
      guard case .notReached = row.outcome, case .off(_, let finding) = other.outcome else {
        return BenchCheck(row: row, would: nil)
      }
      return BenchCheck(row: row, would: finding)
    }
  }

  // Encrypted tokens.

  private func encrypted() -> BenchJudgement {
    let verdict = decrypt(key?.set ?? JWKSet([]))
    var line = BenchVerdict.of(verdict)
    var rows = verdict.ledger
    if key == nil, let refusal = verdict.refusal, refusal.kind == .noKey {
      line = .undecided(Self.noKey, isEncrypted: true)
      rows = rows.map { row in
        guard row == refusal.row else { return row }
        return LedgerRow(row.check, .off(.caller(Self.noKey), .moot(Self.noKey)))
      }
    }
    return BenchJudgement(
      verdict: line, checks: rows.map { BenchCheck(row: $0, would: nil) }, servers: [], rule: nil,
      opened: verdict.decrypted?.plaintext, signatureCount: 0, diagnosis: nil)
  }

  private func decrypt(_ keys: JWKSet) -> DecryptionVerdict {
    let decryptor = TokenDecryptor(DecryptionPolicy(KeyManagementAlgorithm.current, keys: keys))
    if decoded?.form != .compact, let json = try? JSONValue.parse(text),
      let message = try? EncryptedMessage(json)
    {
      return decryptor.decrypt(message)
    }
    return decryptor.decrypt(text)
  }
}
