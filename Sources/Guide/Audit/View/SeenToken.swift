import Tokens
import Wire

/// A token that stands somewhere in a source, decoded and not verified.
struct SeenToken {
  enum Purpose {
    case access, identity, proof, assertion, logout, session, unknown
  }

  enum Channel {
    /// The body of an answer or of a form.
    case body
    case authorization
    /// A URL's query or fragment.
    case url
    case cookie
    /// localStorage or sessionStorage.
    case storage
    /// It came by itself.
    case alone
  }

  let text: String
  let purpose: Purpose
  let channel: Channel
  let place: AuditPlace
  /// Nil where it stands in no message.
  let exchange: SeenExchange?
  /// Whether a server's answer carries it.
  let isIssued: Bool
  /// Nil when it is encrypted or damaged.
  let decoded: UnverifiedToken?
  let isEncrypted: Bool

  init(
    _ text: String, _ named: Purpose, _ channel: Channel, _ place: AuditPlace,
    exchange: SeenExchange?, isIssued: Bool = false
  ) {
    self.text = text
    self.channel = channel
    self.place = place
    self.exchange = exchange
    self.isIssued = isIssued
    isEncrypted = text.utf8.count { $0 == UInt8(ascii: ".") } == 4
    decoded = isEncrypted ? nil : try? UnverifiedToken(text)
    purpose = named == .unknown ? Self.purpose(of: decoded) : named
  }

  var claims: JSONObject? { decoded?.claims }
  var isUnsigned: Bool {
    decoded?.algorithm.map { ASCII.equalFolded($0, "none") } ?? false
  }

  /// Whether the server took it: it was sent along, and the answer is what was asked for.
  var isTaken: Bool { !isIssued && exchange?.isAccepted == true && exchange?.isToAttacker == false }

  /// "an access token".
  var words: String {
    switch purpose {
    case .access: "an access token"
    case .identity: "an ID token"
    case .proof: "a proof"
    case .assertion: "an assertion"
    case .logout: "a logout token"
    case .session: "a session's token"
    case .unknown: "a token"
    }
  }

  /// The purpose by what it says itself (RFC 9068 2.1, OpenID Connect Core 2).
  private static func purpose(of token: UnverifiedToken?) -> Purpose {
    guard let token else { return .unknown }
    switch ASCII.lowercased(token.type ?? "") {
    case "at+jwt", "application/at+jwt": return .access
    case "dpop+jwt": return .proof
    case "logout+jwt": return .logout
    case "session+jwt": return .session
    default: break
    }
    let claims = token.claims
    let isIdentity = ["nonce", "at_hash", "c_hash", "azp"].contains { claims?[$0] != nil }
    if isIdentity { return .identity }
    return claims?["scope"] != nil || claims?["client_id"] != nil ? .access : .unknown
  }
}
