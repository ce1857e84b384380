import Ledger
import Tokens

/// What a server of one kind makes of the token: a real run of the verifier with its rules.
struct ServerGlance: Hashable, Sendable {
  enum Outcome: Hashable, Sendable {
    /// Taken, for whom, and whether a signature proves it.
    case accepted(who: String, isVerified: Bool)
    case refused(CheckID)
  }

  let name: String
  let outcome: Outcome

  /// The same token at three servers, which differ in nothing but who chooses the algorithm. The
  /// third pins the caller's, or what the key is for where the caller's rules pin none.
  static func three(
    _ judge: (AlgorithmRule, [CheckID: Waiver]) -> TokenVerdict?, yours: AlgorithmRule,
    ofKey algorithms: [SignatureAlgorithm]
  ) -> [ServerGlance] {
    let careless: [CheckID: Waiver] = [
      TokenCheck.keyFits.id: .caller("a server that lets the token choose takes any key")
    ]
    let (pinned, whose): ([SignatureAlgorithm], String) =
      switch yours {
      case .pinned(let list): (list, " (yours)")
      case .blocklist, .header: (algorithms, "")
      }
    let last = "pins \(pinned.map(\.name).joined(separator: ", "))\(whose)"
    let servers: [(String, AlgorithmRule, [CheckID: Waiver])] = [
      ("takes alg from the token", .header, careless),
      ("refuses the word \"none\"", .blocklist(["none"]), careless),
      (last, .pinned(pinned), [:]),
    ]
    return servers.compactMap { name, rule, waivers in
      judge(rule, waivers).map { ServerGlance(name: name, outcome: outcome($0)) }
    }
  }

  private static func outcome(_ verdict: TokenVerdict) -> Outcome {
    switch verdict.outcome {
    case .refused(let refusal): .refused(refusal.row.check.id)
    case .accepted(let token):
      .accepted(who: who(token), isVerified: verdict.signature?.isProven ?? false)
    }
  }

  /// For whom a server takes the bearer, by the claims that it reads.
  private static func who(_ token: AcceptedToken) -> String {
    let subject = token.claims["sub"] ?? token.claims["userId"] ?? token.claims["user_id"]
    let role = token.claims["role"] ?? token.claims["roles"]
    let words = [subject, role].compactMap { value in value.map { $0.string ?? $0.text() } }
    return words.isEmpty ? "nobody in particular" : words.joined(separator: ", ")
  }
}

extension SignatureFact {
  fileprivate var isProven: Bool {
    switch self {
    case .fits: true
    case .wrong, .unsigned, .noKey: false
    }
  }
}
