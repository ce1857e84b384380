import Cryptography
import Ledger
import Wire

/// What a signature is to be tried with.
enum SignatureTrial: Sendable {
  /// These keys; confused ones are of a type that the algorithm does not work with.
  case keys([TrialKey])
  /// Nothing: the header says `none`.
  case unsigned
  case noKey(String)
}

/// A key that a signature is tried with, made ready for its algorithm.
final class TrialKey: Sendable {
  private enum Tool: Sendable {
    case hmac(SecretKey, Digest)
    case signature(PublicKey, SignatureScheme)
    case none
  }

  let label: String
  /// The fact that a signature would be of it.
  let fits: SignatureFact
  private let tool: Tool

  init(_ key: JWK, _ algorithm: SignatureAlgorithm, isConfused: Bool) {
    label = key.label
    fits = .fits(key: label)
    switch algorithm.method {
    case .hmac(let digest):
      let secret = isConfused ? key.confusedSecret ?? key.secret : key.secret
      tool = secret.map { .hmac($0, digest) } ?? .none
    case .signature(let scheme):
      let usable = key.publicKey.flatMap { algorithm.fits($0.kind) ? $0 : nil }
      tool = usable.map { .signature($0, scheme) } ?? .none
    }
  }

  func verifies(_ token: UnverifiedToken) -> Bool {
    switch tool {
    case .hmac(let secret, let digest):
      secret.verifies(token.signature, of: token.signingInput, with: digest)
    case .signature(let key, let scheme):
      key.verifies(token.signature, of: token.signingInput, by: scheme)
    case .none: false
    }
  }
}

/// Judges the algorithm that a header names, and finds the keys that its signature may be of.
struct KeyJudge {
  private let prepared: PreparedPolicy
  private let header: TokenHeader
  /// What the verifier's dispatcher makes of `alg`.
  private let dispatched: Dispatched

  private enum Dispatched: Equatable {
    case none
    case algorithm(SignatureAlgorithm)
    case unknown
  }

  init(_ prepared: PreparedPolicy, _ header: TokenHeader) {
    self.prepared = prepared
    self.header = header
    let name = header.algorithm?.string ?? ""
    switch prepared.policy.algorithms {
    case .pinned:
      dispatched =
        SignatureAlgorithm(name: name).map { .algorithm($0) }
        ?? (name.hasSameBytes(as: "none") ? .none : .unknown)
    case .blocklist, .header:
      dispatched =
        SignatureAlgorithm(folding: name).map { .algorithm($0) }
        ?? (ASCII.equalFolded(name, "none") ? .none : .unknown)
    }
  }

  /// Nil when a row refused.
  func judge(_ ledger: inout LedgerWriter<TokenCheck>) -> SignatureTrial? {
    guard judgeAlgorithm(&ledger) else { return nil }
    guard case .algorithm(let algorithm) = dispatched else { return judgeWithoutKey(&ledger) }
    let selection = KeySelection(policy, header, algorithm)
    guard ledger.admits(.keySelected, selection.finding, or: .noKey) else { return nil }
    let fitting = selection.candidates.filter { algorithm.misfit(of: $0) == nil }
    guard ledger.admits(.keyFits, fits(algorithm, selection.candidates, fitting), or: .noKey)
    else { return nil }
    // Only where key-fits is waived is a key of the wrong type put to use as it is.
    let isConfused = fitting.isEmpty
    let usable = isConfused ? selection.candidates : fitting
    let strong = usable.filter { algorithm.weakness(of: $0) == nil }
    guard ledger.admits(.keyStrength, strength(algorithm, usable, strong), or: .noKey)
    else { return nil }
    let keys = strong.isEmpty ? usable : strong
    return keys.isEmpty
      ? .noKey("no key was selected")
      : .keys(keys.map { TrialKey($0, algorithm, isConfused: isConfused) })
  }

  private func judgeAlgorithm(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard let name = header.algorithm?.string else {
      let actual = header.algorithm?.kind ?? "no alg"
      return ledger.admits(
        .algorithmAllowed, .fails(expected: "an alg", actual: actual), or: .malformed)
    }
    if dispatched == .unknown {
      return ledger.admits(
        .algorithmAllowed, .fails(expected: expectedAlgorithms, actual: name),
        or: Self.isOddlyCased(name) ? .policy : .unsupportedAlgorithm)
    }
    switch policy.algorithms {
    case .pinned(let list):
      let isListed = list.contains { dispatched == .algorithm($0) }
      return ledger.admits(
        .algorithmAllowed,
        isListed ? .holds : .fails(expected: expectedAlgorithms, actual: name))
    case .blocklist(let list):
      let isListed = list.contains { $0.hasSameBytes(as: name) }
      return ledger.admits(
        .algorithmAllowed,
        isListed ? .fails(expected: expectedAlgorithms, actual: name) : .holds)
    case .header:
      ledger.skip(
        .algorithmAllowed, "the token chooses", .moot("the verifier has no list; alg is \(name)"))
      return true
    }
  }

  /// `nOnE` is no algorithm that is missing here: it is a known word in a spelling that the reader
  /// did not ask for (RFC 7515 4.1.1: names are case-sensitive).
  private static func isOddlyCased(_ name: String) -> Bool {
    ASCII.equalFolded(name, "none") || SignatureAlgorithm(folding: name) != nil
  }

  private var expectedAlgorithms: String {
    switch policy.algorithms {
    case .pinned(let list): list.map(\.name).joined(separator: " or ")
    case .blocklist(let list): "anything but " + list.joined(separator: " or ")
    case .header: "an algorithm that is served"
    }
  }

  /// A header that says `none`, or nothing that is known: there is no key to ask.
  private func judgeWithoutKey(_ ledger: inout LedgerWriter<TokenCheck>) -> SignatureTrial {
    let isUnsigned = dispatched == .none
    let why = isUnsigned ? "an unsigned token names no key" : "the algorithm is unknown"
    for check in [TokenCheck.keySelected, .keyFits, .keyStrength] {
      _ = ledger.admits(check, .moot(why))
    }
    return isUnsigned
      ? .unsigned : .noKey("no algorithm \"\(header.algorithm?.string ?? "")\"")
  }

  private func fits(
    _ algorithm: SignatureAlgorithm, _ candidates: [JWK], _ fitting: [JWK]
  ) -> Finding {
    guard fitting.isEmpty else { return .holds }
    guard let first = candidates.first, let misfit = algorithm.misfit(of: first) else {
      return .moot("no key was selected")
    }
    return misfit
  }

  private func strength(
    _ algorithm: SignatureAlgorithm, _ usable: [JWK], _ strong: [JWK]
  ) -> Finding {
    guard strong.isEmpty else { return .holds }
    guard let first = usable.first, let weakness = algorithm.weakness(of: first) else {
      return .moot("no key was selected")
    }
    return weakness
  }

  private var policy: VerificationPolicy { _read { yield prepared.policy } }
}
