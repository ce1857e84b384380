import Cryptography
import Wire

/// Tries the usual misunderstandings about key, algorithm, input and signature, one at a time, and
/// readings of a secret together with sibling algorithms.
struct SignatureSearch {
  private let token: UnverifiedToken
  private let policy: VerificationPolicy
  private let secretText: [UInt8]?
  private let algorithm: SignatureAlgorithm?

  init(_ token: UnverifiedToken, _ policy: VerificationPolicy, secretText: [UInt8]?) {
    self.token = token
    self.policy = policy
    self.secretText = secretText
    algorithm = token.algorithm.flatMap { SignatureAlgorithm(folding: $0) }
  }

  var causes: [RefusalCause] {
    if token.signature.isEmpty {
      let words =
        token.algorithm.map { ASCII.equalFolded($0, "none") } == true
        ? "an unsigned token (alg none): nobody vouches for it"
        : "the signature is missing: cut off when it was copied, or taken off on purpose"
      return [RefusalCause(kind: .notASignedToken(words))]
    }
    let kinds =
      otherKeys + otherAlgorithms + secrets + otherInputs + signatures + publicKeysAsSecrets
    var seen: Set<RefusalCause.Kind> = []
    return kinds.filter { seen.insert($0).inserted }.map { RefusalCause(kind: $0) }
  }

  private var keys: [JWK] { policy.keys.keys }

  private func fits(
    _ algorithm: SignatureAlgorithm, _ key: JWK, input: ArraySlice<UInt8>? = nil,
    signature: [UInt8]? = nil
  ) -> Bool {
    algorithm.verifies(
      signature ?? token.signature, of: input ?? token.signingInput, with: key)
  }

  private var otherKeys: [RefusalCause.Kind] {
    guard let algorithm else { return [] }
    return keys.filter { fits(algorithm, $0) }.map { .otherKey($0.label) }
  }

  private var otherAlgorithms: [RefusalCause.Kind] {
    SignatureAlgorithm.allCases
      .filter { sibling in sibling != algorithm && keys.contains { fits(sibling, $0) } }
      .map { .otherAlgorithm($0) }
  }

  /// Readings of each secret, under the algorithm of the header and its siblings.
  private var secrets: [RefusalCause.Kind] {
    let texts = secretText.map { [$0] } ?? keys.compactMap { $0.secret?.bytes }
    let own = algorithm.map { [$0] } ?? []
    let siblings = [SignatureAlgorithm.hs256, .hs384, .hs512].filter { !own.contains($0) }
    return texts.flatMap { text in
      SecretReadings(text).readings.flatMap { reading in
        (own.filter(\.isSymmetric) + siblings)
          .filter { fits($0, JWK(secret: reading.bytes)) }
          .map { found in
            let suffix = found == algorithm ? "" : ", and the algorithm \(found.name)"
            return .secretReading(reading.words + suffix)
          }
      }
    }
  }

  private var otherInputs: [RefusalCause.Kind] {
    guard let algorithm else { return [] }
    return InputReadings(token).readings.filter { reading in
      keys.contains { fits(algorithm, $0, input: reading.bytes[...]) }
    }.map(\.kind)
  }

  /// The same signature, written otherwise: DER, hex, cut short.
  private var signatures: [RefusalCause.Kind] {
    guard let algorithm else { return [] }
    var found: [RefusalCause.Kind] = []
    if let raw = algorithm.curve?.rawSignature(ofDER: token.signature),
      keys.contains(where: { fits(algorithm, $0, signature: raw) })
    {
      found.append(.derSignature)
    }
    let text = Array(token.bytes[token.signatureSpan])
    for (bytes, words) in [(token.signature, "in bytes, not in hex"), (text, "Base64, not hex")] {
      let reading = SecretReadings(bytes).readings.first { $0.words == "decoded from hex" }
      if let reading, keys.contains(where: { fits(algorithm, $0, signature: reading.bytes) }) {
        found.append(.signatureWriting(words))
      }
    }
    if isCutShort(algorithm) { found.append(.signatureWriting("whole: its end is cut off")) }
    return found
  }

  private func isCutShort(_ algorithm: SignatureAlgorithm) -> Bool {
    guard case .hmac(let digest) = algorithm.method, token.signature.count >= 8,
      token.signature.count < digest.byteCount
    else { return false }
    return keys.contains { key in
      key.secret?.authenticate(token.signingInput, with: digest).starts(with: token.signature)
        ?? false
    }
  }

  /// The texts in which a public key may have been taken for a secret.
  private var publicKeysAsSecrets: [RefusalCause.Kind] {
    let siblings = SignatureAlgorithm.allCases.filter(\.isSymmetric)
    let isConfused = keys.contains { key in
      guard let publicKey = key.publicKey else { return false }
      let pem = publicKey.pem
      var texts = [Array(pem.utf8), Array(pem.dropLast().utf8), publicKey.spki]
      texts += key.sourceText.map { [$0] } ?? []
      texts += [Array(pem.split(separator: "\n").joined(separator: "\r\n").utf8)]
      texts += (try? publicKey.pkcs1PEM).map { [Array($0.utf8)] } ?? []
      return texts.contains { text in siblings.contains { fits($0, JWK(secret: text)) } }
    }
    return isConfused ? [.publicKeyAsSecret] : []
  }
}
