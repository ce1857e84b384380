import CellUI
import Ledger
import Tokens
import Trace

/// What is known of a token at a moment: decoded only, verified by a server, taken unverified,
/// or refused. The screen never draws the one like the other.
struct TokenStanding {
  enum Fact: Hashable {
    case decoded, verified, takenUnverified
    case refused(by: String)
  }

  let fact: Fact
  let server: String
  /// The server's rows about it.
  let rows: [LedgerRow]
  let places: [LedgerPlace]

  init(_ model: RunModel, token: FoundToken, at position: Int, veiled: Bool) {
    let checks = MessageChecks(model, at: position)
    let isCarried =
      model.moments[token.moment].kind == .request && TokenStanding.isCredential(token)
    let wanted = checks.rows.indices.filter {
      TokenStanding.ids.contains(checks.rows[$0].check.id)
    }
    let tokenRows = wanted.map { checks.rows[$0] }
    guard isCarried, !veiled, !tokenRows.isEmpty else {
      fact = .decoded
      server = ""
      rows = []
      places = []
      return
    }
    server = Wording(model: model).party(checks.server, instance: checks.instance)
    rows = tokenRows
    places = wanted.map { checks.places[$0] }
    fact = TokenStanding.judge(checks.rows, tokenRows)
  }

  private static let ids: Set<CheckID> = Set(TokenVerifier.rows.map(\.id))

  private static func isCredential(_ token: FoundToken) -> Bool {
    token.place == "Authorization" || token.place.contains("token")
  }

  private static func judge(_ all: [LedgerRow], _ rows: [LedgerRow]) -> Fact {
    if let failed = rows.first(where: \.hasFailed) { return .refused(by: failed.check.id.text) }
    let signature = rows.first { $0.check.id == "signature" }
    guard signature?.outcome == .pass, !rows.contains(where: \.isSwitchedOff) else {
      return .takenUnverified
    }
    return .verified
  }

  var words: String {
    switch fact {
    case .decoded: "DECODED, NOT VERIFIED"
    case .verified: "VERIFIED by \(server)"
    case .takenUnverified: "TAKEN UNVERIFIED by \(server)"
    case .refused(let check): "REFUSED by \(server): \(check)"
    }
  }

  var signature: String {
    switch fact {
    case .decoded: "nobody has verified it here"
    case .verified: "verified"
    case .takenUnverified: "not verified"
    case .refused: "refused"
    }
  }

  var role: StyleRole {
    switch fact {
    case .decoded: .decoded
    case .verified: .verified
    case .takenUnverified: .warning
    case .refused: .refused
    }
  }

  /// How its values are drawn.
  var valueRole: StyleRole {
    switch fact {
    case .verified: .verified
    case .decoded, .takenUnverified, .refused: .decoded
    }
  }
}

extension LedgerRow {
  /// Whether a defence that is off has kept it from being asked. What the caller does not ask for
  /// (no `typ`, no nonce) leaves a token as verified as the caller wants it.
  var isSwitchedOff: Bool {
    switch outcome {
    case .off(.defence, _): true
    case .off(.caller, _), .pass, .fail, .notApplicable, .notReached: false
    }
  }
}
