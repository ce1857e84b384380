import CellUI
import Ledger
import Tokens

/// The one line that says what is known of the token.
struct BenchVerdict: Hashable, Sendable {
  enum Standing: Hashable, Sendable {
    /// Nobody has judged it: there is no key.
    case decoded
    /// The caller's key confirms it, and nothing was left out.
    case verified
    /// Taken by rules that leave something out; only rules that the command has too have an exit
    /// code.
    case accepted(isOfTheCaller: Bool)
    /// Opened with a key: readable, and signed by nobody.
    case opened
    case refused(TokenRefusal.Kind)
  }

  let standing: Standing
  /// "REFUSED BY POLICY".
  let words: String
  /// `algorithm-allowed: expected HS256, found nOnE`.
  let detail: String

  /// What `token verify` would end with by the same rules; nil where it would ask for a key first,
  /// or has no such rules.
  var exitCode: Int? {
    switch standing {
    case .decoded, .opened, .accepted(isOfTheCaller: false): nil
    case .verified, .accepted(isOfTheCaller: true): 0
    case .refused(let kind): kind.exitCode
    }
  }

  var role: StyleRole {
    switch standing {
    case .decoded, .opened: .decoded
    case .verified: .verified
    case .accepted: .warning
    case .refused: .refused
    }
  }

  var isVerified: Bool { standing == .verified }
}

extension TokenRefusal.Kind {
  /// The exit code of `token verify`: a contract with scripts.
  var exitCode: Int {
    switch self {
    case .malformed: 10
    case .unsupportedAlgorithm: 11
    case .badSignature, .undecryptable: 12
    case .expired: 13
    case .policy: 14
    case .noKey: 15
    }
  }
}

extension BenchVerdict {
  static func undecided(_ why: String, isEncrypted: Bool) -> BenchVerdict {
    BenchVerdict(
      standing: .decoded, words: isEncrypted ? "ENCRYPTED, NOT OPENED" : "DECODED, NOT VERIFIED",
      detail: why)
  }

  static func of(_ verdict: TokenVerdict) -> BenchVerdict {
    switch verdict.outcome {
    case .refused(let refusal): return refused(refusal)
    case .accepted(let accepted):
      if let verified = accepted.verified {
        return BenchVerdict(
          standing: .verified, words: "VERIFIED",
          detail: "the signature fits \(verified.key), and every check of yours holds")
      }
      return self.accepted(verdict)
    }
  }

  static func of(_ verdict: DecryptionVerdict) -> BenchVerdict {
    switch verdict.outcome {
    case .refused(let refusal): return refused(refusal)
    case .decrypted(let token):
      return BenchVerdict(
        standing: .opened, words: "OPENED, NOT VERIFIED",
        detail: "\(token.key) decrypts it; that proves no author")
    }
  }

  private static func refused(_ refusal: TokenRefusal) -> BenchVerdict {
    var detail = refusal.row.check.id.text
    if case .fail(let expected, let actual) = refusal.row.outcome {
      detail += ": expected \(expected), found \(actual)"
    }
    return BenchVerdict(
      standing: .refused(refusal.kind), words: words(refusal), detail: detail)
  }

  /// Taken with a check left out: by a server's choice, or by the reader's.
  private static func accepted(_ verdict: TokenVerdict) -> BenchVerdict {
    let left = leftOut(verdict)
    if case .fits(let key)? = verdict.signature, left.servers.isEmpty, !left.callers.isEmpty {
      return BenchVerdict(
        standing: .accepted(isOfTheCaller: true), words: "ACCEPTED",
        detail: "the signature fits \(key); you left out \(left.callers.joined(separator: ", "))")
    }
    let names = left.servers + left.callers
    return BenchVerdict(
      standing: .accepted(isOfTheCaller: false), words: "ACCEPTED, NOT VERIFIED",
      detail: names.isEmpty
        ? "the token chose how it was checked"
        : "a server that leaves out \(names.joined(separator: ", ")) takes it")
  }

  private static func words(_ refusal: TokenRefusal) -> String {
    switch refusal.kind {
    case .malformed: "MALFORMED"
    case .unsupportedAlgorithm: "UNSUPPORTED ALGORITHM"
    case .badSignature: "BAD SIGNATURE"
    case .undecryptable: "DOES NOT DECRYPT"
    case .expired where refusal.row.check.id == TokenCheck.notExpired.id: "EXPIRED"
    case .expired: "NOT YET VALID"
    case .policy: "REFUSED BY POLICY"
    case .noKey: "NO FITTING KEY"
    }
  }

  /// The checks that were off, by who left them out.
  private static func leftOut(_ verdict: TokenVerdict) -> (servers: [String], callers: [String]) {
    var servers: [String] = []
    var callers: [String] = []
    for row in verdict.ledger {
      switch row.outcome {
      case .off(.defence, _): servers.append(row.check.id.text)
      case .off(.caller, _) where row.check.id == TokenCheck.algorithmAllowed.id:
        servers.append(row.check.id.text)
      case .off(.caller(let why), _) where why.hasPrefix("you allow") || why.hasPrefix("you take"):
        callers.append(row.check.id.text)
      case .off(.caller, _), .pass, .fail, .notApplicable, .notReached: continue
      }
    }
    return (servers, callers)
  }
}
