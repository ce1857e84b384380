import Ledger
import Tokens
import Trace
import Wire

/// The table of an API whose tokens are encrypted to it, with the signed token inside
/// (RFC 7519 11.2): first it opens, then it verifies.
enum EncryptedTokens {
  static let required = pipeline().gate(BearerTokens.present)
    .ledger(DecryptionTable.rows, open)
    .ledger(TokenTable.access.rows, BearerTokens.judge)
    .checks(BearerTokens.issuersOwn)

  private static func open(
    _ presented: BearerTokens.Presented, _ hand: Hand
  ) -> (rows: [LedgerRow], next: Admission<BearerTokens.Presented>) {
    let opening = TokenOpening(presented.token, hand)
    opening.count(hand)
    if let inner = opening.content {
      let text = String(decoding: inner, as: UTF8.self)
      return (
        opening.rows,
        .enter(
          BearerTokens.Presented(
            token: text, request: presented.request, challenge: presented.challenge))
      )
    }
    let answer = Refusal.bearer(
      status: 401, error: "invalid_token", description: opening.refusal,
      challenge: presented.challenge)
    return (opening.rows, .refuse(answer, expected: "", actual: ""))
  }
}

/// The rows of a token's opening, with the defences that govern them.
enum DecryptionTable {
  static let defences: [CheckID: DefenceID] = [
    "work-factor": "bounded-work", "inflated-size": "bounded-work",
  ]

  static let rows: [TableRow] = EncryptionCheck.allCases.map { check in
    let info = check.info
    return TableRow(
      info: CheckInfo(info.id, info.title, info.reference, defence: defences[info.id]),
      isGate: check.isGate)
  }
}

/// One server's try at one encrypted token.
private struct TokenOpening {
  /// More rounds than this are counted and not done: nobody's machine is to burn for a lesson. The
  /// simulation's own tokens ask for fewer, and a header that asks for more was changed after the
  /// content was sealed, so that it would not open in the end anyway (RFC 7516 5.2).
  private static let roundsDone = 10_000
  /// What inflates really does, up to so many bytes.
  private static let bytesInflated = 8 << 20

  let rows: [LedgerRow]
  /// Nil when it was refused.
  let content: [UInt8]?
  private let header: JSONObject
  private let algorithm: KeyManagementAlgorithm
  private let limit: Int

  /// The title of the row that refused.
  var refusal: String { rows.first { $0.hasFailed }?.check.title ?? "" }

  init(_ token: String, _ hand: Hand) {
    let spec = hand.server
    guard let algorithm = spec.encryption.algorithm else {
      preconditionFailure("\(spec.name) takes no encrypted tokens")
    }
    self.algorithm = algorithm
    header = (try? EncryptedMessage(token))?.protected ?? JSONObject()
    var policy = DecryptionPolicy(
      [algorithm], keys: JWKSet([ServerKeys.encryptionKey(of: spec.name, spec.encryption)]))
    policy.encryptions = [ServerKeys.contentEncryption]
    policy.inflationCeiling = Self.bytesInflated
    policy.defences = DecryptionTable.defences
    limit = policy.largestInflatedSize
    for (check, defence) in DecryptionTable.defences where hand.isOff(defence) {
      policy.waived[check] = .defence(defence)
    }
    if let muted = hand.run.muted { policy.waived[muted] = .caller("left out") }
    let bound = policy.largestIterationCount
    let waiver = policy.waived["work-factor"]
    let isSpared = waiver != nil && Self.rounds(header) > Self.roundsDone
    if isSpared {
      policy.waived["work-factor"] = nil
      policy.largestIterationCount = Self.roundsDone
    }
    let verdict = TokenDecryptor(policy).decrypt(token)
    rows =
      isSpared
      ? Self.unspared(verdict.ledger, waiver, rounds: Self.rounds(header), bound: bound)
      : verdict.ledger
    content = verdict.decrypted?.plaintext
  }

  private static func rounds(_ header: JSONObject) -> Int {
    header["p2c"]?.integer.flatMap { Int(exactly: $0) } ?? 0
  }

  /// The rows as they would be had all rounds been done.
  private static func unspared(
    _ rows: [LedgerRow], _ waiver: Waiver?, rounds: Int, bound: Int
  ) -> [LedgerRow] {
    guard let waiver, let index = rows.firstIndex(where: { $0.check.id == "work-factor" }),
      case .fail(_, let actual) = rows[index].outcome
    else { return rows }
    let finding: Finding =
      rounds > bound ? .fails(expected: "p2c of \(bound) at most", actual: actual) : .holds
    return rows.map { row in
      switch row.check.id {
      case "work-factor": LedgerRow(row.check, .off(waiver, finding))
      case "decrypted":
        LedgerRow(
          row.check,
          .fail(expected: "a content that the password opens", actual: "it does not open"))
      case _: row
      }
    }
  }

  /// What it has cost.
  func count(_ hand: Hand) {
    if case .password = algorithm.method, wasReached("decrypted") {
      // Bounded, so that the figures of a run can be added up.
      let rounds = min(max(Self.rounds(header), 0), 1 << 40)
      hand.count(.stretch, "PBKDF2", amount: rounds)
      if rounds > Self.roundsDone {
        hand.note("The rounds are counted here and not done, so that your machine is spared.")
      }
    }
    if wasReached("decrypted") { hand.count(.decrypt, algorithm.name) }
    if header["zip"] != nil, wasReached("inflated-size") {
      hand.count(.inflate, "DEF", amount: content?.count ?? limit)
    }
  }

  private func wasReached(_ check: CheckID) -> Bool {
    rows.contains { $0.check.id == check && $0.outcome != .notReached }
  }
}

extension LedgerRow {
  fileprivate var hasFailed: Bool {
    if case .fail = outcome { true } else { false }
  }
}
