import Cryptography
import Ledger
import Wire

/// Judges algorithm, key and signature.
struct SignatureJudge {
  private let prepared: PreparedPolicy
  private let token: UnverifiedToken
  /// What the verifier's dispatcher makes of `alg`.
  private let dispatched: Dispatched
  private(set) var fact: SignatureFact?

  private enum Dispatched: Equatable {
    case none
    case algorithm(SignatureAlgorithm)
    case unknown
  }

  init(_ prepared: PreparedPolicy, _ token: UnverifiedToken) {
    self.prepared = prepared
    self.token = token
    let name = token.algorithm ?? ""
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

  mutating func judge(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard judgeAlgorithm(&ledger) else { return false }
    guard case .algorithm(let algorithm) = dispatched else { return judgeWithoutKey(&ledger) }
    let selection = KeySelection(policy, token, algorithm)
    guard ledger.admits(.keySelected, selection.finding, or: .noKey) else { return false }
    let fitting = selection.candidates.keeping { algorithm.misfit(of: $0) == nil }
    guard ledger.admits(.keyFits, fits(algorithm, selection.candidates, fitting), or: .noKey)
    else { return false }
    // Only where key-fits is waived is a key of the wrong type put to use as it is.
    let isConfused = fitting.isEmpty
    let usable = isConfused ? selection.candidates : fitting
    let strong = usable.keeping { algorithm.weakness(of: $0) == nil }
    guard ledger.admits(.keyStrength, strength(algorithm, usable, strong), or: .noKey)
    else { return false }
    let keys = strong.isEmpty ? usable : strong
    let found = tried(keys, isConfused ? algorithm.verifiesConfused : algorithm.verifies)
    fact = found
    return ledger.admits(.signature, finding(found), or: .badSignature)
  }

  private func judgeAlgorithm(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    guard let name = token.algorithm else {
      let actual = token.registered.algorithm?.kind ?? "no alg"
      return ledger.admits(
        .algorithmAllowed, .fails(expected: "an alg", actual: actual), or: .malformed)
    }
    if dispatched == .unknown {
      return ledger.admits(
        .algorithmAllowed, .fails(expected: expectedAlgorithms, actual: name),
        or: .unsupportedAlgorithm)
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

  private var expectedAlgorithms: String {
    switch policy.algorithms {
    case .pinned(let list): list.map(\.name).joined(separator: " or ")
    case .blocklist(let list): "anything but " + list.joined(separator: " or ")
    case .header: "an algorithm that is served"
    }
  }

  /// A header that says `none`, or nothing that is known: there is no key to ask.
  private mutating func judgeWithoutKey(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    let found: SignatureFact =
      dispatched == .none ? .unsigned : .noKey("no algorithm \"\(token.algorithm ?? "")\"")
    fact = found
    let why = dispatched == .none ? "an unsigned token names no key" : "the algorithm is unknown"
    for check in [TokenCheck.keySelected, .keyFits, .keyStrength] {
      _ = ledger.admits(check, .moot(why))
    }
    return ledger.admits(.signature, finding(found), or: .badSignature)
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

  private func tried(
    _ keys: [JWK], _ verifies: ([UInt8], ArraySlice<UInt8>, JWK) -> Bool
  ) -> SignatureFact {
    guard !keys.isEmpty else { return .noKey("no key was selected") }
    for key in keys where verifies(token.signature, token.signingInput, key) {
      return .fits(key: key.label)
    }
    return .wrong(key: keys.map(\.label).joined(separator: ", "))
  }

  private func finding(_ fact: SignatureFact) -> Finding {
    switch fact {
    case .fits: .holds
    case .wrong(let key):
      .fails(
        expected: "a signature by \(key)",
        actual: token.signature.isEmpty ? "no signature" : "a signature that does not fit")
    case .unsigned where token.signature.isEmpty: .moot("alg none: no signature is asked for")
    case .unsigned:
      .fails(expected: "no signature", actual: "\(token.signature.count) bytes of it")
    case .noKey(let why): .fails(expected: "a signature that a key confirms", actual: why)
    }
  }

  private var policy: VerificationPolicy { _read { yield prepared.policy } }
}
