import Cryptography
import Ledger
import Wire

/// Judges one recipient's part of a JWE, and opens the content when nothing refuses.
struct EncryptionJudge {
  private let policy: DecryptionPolicy
  private let message: EncryptedMessage
  private let recipient: EncryptedMessage.Recipient
  private let header: JSONObject

  init(
    _ policy: DecryptionPolicy, _ message: EncryptedMessage,
    _ recipient: EncryptedMessage.Recipient
  ) {
    self.policy = policy
    self.message = message
    self.recipient = recipient
    header = message.header(for: recipient)
  }

  func judge(_ ledger: inout LedgerWriter<EncryptionCheck>) -> DecryptedToken? {
    for gate in [EncryptionCheck.shape, .encoding, .json] { _ = ledger.admits(gate, .holds) }
    guard ledger.admits(.uniqueMembers, uniqueMembers),
      ledger.admits(.criticalHeader, criticalHeader),
      let algorithm = judgeAlgorithm(&ledger),
      let encryption = judgeEncryption(&ledger)
    else { return nil }
    let candidates = selected(algorithm, encryption)
    guard ledger.admits(.keySelected, candidates.finding, or: .noKey) else { return nil }
    let fitting = candidates.keys.filter { algorithm.misfit(of: $0, encryption) == nil }
    let misfit = candidates.keys.first.flatMap { algorithm.misfit(of: $0, encryption) }
    guard
      ledger.admits(
        .keyFits, fitting.isEmpty ? misfit ?? .moot("no key was selected") : .holds, or: .noKey),
      ledger.admits(.workFactor, workFactor(algorithm))
    else { return nil }
    return opened(fitting, algorithm, encryption, &ledger)
  }

  private var uniqueMembers: Finding {
    guard let name = header.duplicates.first else { return .holds }
    return .fails(expected: "each name once", actual: "\"\(name)\" twice in the header")
  }

  /// No extension of JWE is understood here, so that every critical one refuses.
  private var criticalHeader: Finding {
    guard let value = header["crit"] else { return .holds }
    return .fails(expected: "no critical header", actual: "crit \(value.text())")
  }

  private func judgeAlgorithm(
    _ ledger: inout LedgerWriter<EncryptionCheck>
  ) -> KeyManagementAlgorithm? {
    let expected = policy.algorithms.map(\.name).joined(separator: " or ")
    guard let name = header["alg"]?.string else {
      ledger.refuse(.algorithmAllowed, expected: expected, actual: "no alg", .malformed)
      return nil
    }
    guard let algorithm = KeyManagementAlgorithm(name: name) else {
      ledger.refuse(.algorithmAllowed, expected: expected, actual: name, .unsupportedAlgorithm)
      return nil
    }
    let finding: Finding =
      policy.algorithms.contains(algorithm)
      ? .holds : .fails(expected: expected, actual: name)
    return ledger.admits(.algorithmAllowed, finding) ? algorithm : nil
  }

  private func judgeEncryption(
    _ ledger: inout LedgerWriter<EncryptionCheck>
  ) -> ContentEncryption? {
    let expected = policy.encryptions.map(\.name).joined(separator: " or ")
    guard let name = header["enc"]?.string else {
      ledger.refuse(.encryptionAllowed, expected: expected, actual: "no enc", .malformed)
      return nil
    }
    guard let encryption = ContentEncryption(name: name) else {
      ledger.refuse(.encryptionAllowed, expected: expected, actual: name, .unsupportedAlgorithm)
      return nil
    }
    let finding: Finding =
      policy.encryptions.contains(encryption)
      ? .holds : .fails(expected: expected, actual: name)
    return ledger.admits(.encryptionAllowed, finding) ? encryption : nil
  }

  private func selected(
    _ algorithm: KeyManagementAlgorithm, _ encryption: ContentEncryption
  ) -> (keys: [JWK], finding: Finding) {
    let keys = policy.keys.keys
    guard !keys.isEmpty else { return ([], .fails(expected: "a key", actual: "none")) }
    if let ambiguity = policy.keys.ambiguity, ambiguity.hasPrefix("two keys") {
      return ([], .fails(expected: "a set whose names are clear", actual: ambiguity))
    }
    guard let id = header["kid"]?.string else {
      let fitting = keys.filter { algorithm.misfit(of: $0, encryption) == nil }
      return (fitting.isEmpty ? keys : fitting, .holds)
    }
    let exact = keys.filter { $0.id?.hasSameBytes(as: id) ?? false }
    let named = exact.isEmpty ? keys.filter { $0.id == nil } : exact
    guard named.isEmpty else { return (named, .holds) }
    let names = keys.compactMap(\.id).map { "\"\($0)\"" }.joined(separator: " or ")
    return ([], .fails(expected: "kid \(names)", actual: "\"\(id)\""))
  }

  private func workFactor(_ algorithm: KeyManagementAlgorithm) -> Finding {
    guard case .password = algorithm.method else { return .moot("no password is stretched") }
    let limit = policy.largestIterationCount
    guard let count = header["p2c"]?.integer, count > 0 else {
      return .fails(
        expected: "p2c, a number of rounds", actual: header["p2c"]?.text() ?? "none")
    }
    guard count <= limit else {
      return .fails(expected: "p2c of \(limit) at most", actual: "p2c \(count)")
    }
    // Recipients are tried in turn: together they must not cost more than one may. Those above the
    // limit cost nothing.
    let counts = message.recipients.map { message.header(for: $0)["p2c"]?.integer ?? 0 }
    let total = counts.filter { $0 <= limit }.reduce(0) { $0 + max(0, $1) }
    return total <= limit
      ? .holds
      : .fails(
        expected: "p2c of \(limit) at most", actual: "\(total) over \(counts.count) recipients")
  }

  private func opened(
    _ keys: [JWK], _ algorithm: KeyManagementAlgorithm, _ encryption: ContentEncryption,
    _ ledger: inout LedgerWriter<EncryptionCheck>
  ) -> DecryptedToken? {
    let recovery = ContentKeyRecovery(
      algorithm: algorithm, encryption: encryption, header: header,
      encryptedKey: recipient.encryptedKey)
    for key in keys {
      guard var contentKey = try? recovery.contentKey(with: key) else { continue }
      defer { contentKey.wipe() }
      guard
        let content = try? encryption.open(
          message.ciphertext, tag: message.tag, key: contentKey, iv: message.iv,
          authenticating: message.authenticatedData)
      else { continue }
      _ = ledger.admits(.decrypted, .holds)
      guard let plaintext = inflated(content, &ledger) else { return nil }
      return DecryptedToken(
        message: message, header: header, plaintext: plaintext, key: key.label)
    }
    let labels = keys.map(\.label).joined(separator: ", ")
    // One sentence for every fault: which step failed is what an attacker wants to learn.
    let finding = Finding.fails(
      expected: "content that \(labels) opens", actual: "it does not open")
    _ = ledger.admits(.decrypted, finding, or: .undecryptable)
    return nil
  }

  private func inflated(
    _ content: [UInt8], _ ledger: inout LedgerWriter<EncryptionCheck>
  ) -> [UInt8]? {
    guard let zip = header["zip"] else {
      _ = ledger.admits(.inflatedSize, .moot("the content is not compressed"))
      return content
    }
    guard zip.string?.hasSameBytes(as: "DEF") == true, message.protected["zip"] != nil else {
      ledger.refuse(
        .inflatedSize, expected: "zip DEF in the protected header", actual: "zip \(zip.text())",
        .unsupportedAlgorithm)
      return nil
    }
    return inflate(content, &ledger)
  }

  private func inflate(
    _ content: [UInt8], _ ledger: inout LedgerWriter<EncryptionCheck>
  ) -> [UInt8]? {
    let limit = policy.largestInflatedSize
    do throws(Deflate.Failure) {
      let plaintext = try Deflate.decompress(content, limit: limit)
      _ = ledger.admits(.inflatedSize, .holds)
      return plaintext
    } catch {
      switch error {
      case .notDeflate:
        ledger.refuse(
          .inflatedSize, expected: "DEFLATE", actual: "bytes that do not inflate", .malformed)
        return nil
      case .tooLarge:
        let finding = Finding.fails(expected: "\(limit) bytes at most", actual: "more")
        guard ledger.admits(.inflatedSize, finding) else { return nil }
        // A reader without the bound takes what there is.
        return (try? Deflate.decompress(content, limit: policy.inflationCeiling)) ?? []
      }
    }
  }
}
