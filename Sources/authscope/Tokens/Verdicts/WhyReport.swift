import Ledger
import Tokens
import Wire

/// What was found about a refusal. It says what would have to be otherwise, and vouches for
/// nothing.
struct WhyReport {
  private let judgement: Judgement
  private let causes: [RefusalCause]
  private let context: VerdictContext

  init(_ request: VerificationRequest, _ text: String) {
    judgement = request.judge.judge(text)
    context = request.context
    var causes: [RefusalCause] = []
    for text in judgement.refusal == nil ? [] : Self.texts(judgement, request, text) {
      causes += Self.causes(request, text).filter { !causes.contains($0) }
    }
    self.causes = causes
  }

  var isUnexplained: Bool { judgement.refusal != nil && causes.isEmpty }

  /// What is looked at: signatures in JSON and detached ones in their compact form.
  private static func texts(
    _ judgement: Judgement, _ request: VerificationRequest, _ text: String
  ) -> [String] {
    let isMessage = request.context.isMessage
    guard isMessage, text.hasPrefix("{") || request.judge.detached != nil else { return [text] }
    let texts = judgement.verdicts.compactMap { $0.token?.text }
    return texts.isEmpty ? [text] : texts
  }

  /// Those for the secret as it was decoded, and those for its text.
  private static func causes(_ request: VerificationRequest, _ text: String) -> [RefusalCause] {
    let now = request.context.now
    let found = TokenDiagnosis(request.policy, at: now).causes(of: text)
    guard let secretText = request.secretText else { return found }
    let more = TokenDiagnosis(request.policy, at: now, secretText: secretText).causes(of: text)
    return found + more.filter { !found.contains($0) }
  }

  var text: String {
    let times = context.lines
    guard let refusal = judgement.refusal else {
      return
        (["No check refuses it with these options. `authscope token verify` shows the ledger."]
        + times).joined(separator: "\n")
    }
    let head =
      "refused: \(judgement.word.sentence) (\(refusal.row.check.id.text)): "
      + Shown.text(Self.words(refusal.row))
    let found =
      causes.isEmpty
      ? [
        "",
        "None of the usual causes explains it. Is it the right key, and the whole token? "
          + "`authscope token decode` shows what it says.",
      ]
      : ["", "The token"] + causes.map { "  - " + Shown.text($0.sentence) }
    return ([head] + times + found).joined(separator: "\n")
  }

  var json: JSONValue {
    [
      "refused": .bool(judgement.refusal != nil),
      "verdict": judgement.refusal == nil ? .null : .string(judgement.word.rawValue),
      "check": judgement.refusal.map { .string($0.row.check.id.text) } ?? .null,
      "reason": judgement.refusal.map { .string(Self.words($0.row)) } ?? .null,
      "causes": .array(
        causes.map { ["kind": .string($0.kind.name), "sentence": .string($0.sentence)] }),
      "at": .string(context.moment), "leeway": .integer(context.leeway),
      "notes": .array(context.notes.map { .string($0) }),
    ]
  }

  private static func words(_ row: LedgerRow) -> String {
    guard case .fail(let expected, let actual) = row.outcome else { return row.check.title }
    return "expected \(expected); actual \(actual)"
  }
}

extension RefusalCause.Kind {
  /// The name that scripts tell causes apart by.
  fileprivate var name: String {
    switch self {
    case .secretReading: "secret-reading"
    case .otherAlgorithm: "other-algorithm"
    case .otherKey: "other-key"
    case .derSignature: "der-signature"
    case .otherInput: "other-input"
    case .signatureWriting: "signature-writing"
    case .publicKeyAsSecret: "public-key-as-secret"
    case .hashedNonce: "hashed-nonce"
    case .expectation: "expectation"
    case .unknownKey: "unknown-key"
    case .time: "time"
    case .notASignedToken: "not-a-signed-token"
    }
  }
}
