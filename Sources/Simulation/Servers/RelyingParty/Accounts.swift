import Ledger
import Trace
import Wire

/// Who has come, as far as a client can tell: by the identity, and by the address.
struct Recognition: Sendable {
  let profile: CodeExchange.Profile
  /// The account that the identity is linked to.
  let linked: String?
  /// Another account with the same e-mail address.
  let sameAddress: String?
  let rule: AccountKey
}

/// What opens an account that is there already.
enum AccountKey {
  case email
  /// The address, if the provider says that it has made sure of it.
  case verifiedEmail
  /// iss and sub, and nothing else (OpenID Connect Core 5.7).
  case subject

  init(level: String) {
    switch level {
    case "email": self = .email
    case "verified-email": self = .verifiedEmail
    case _: self = .subject
    }
  }
}

/// The accounts of a client, and the identities at its providers that they are linked to.
enum Accounts {
  static func link(_ subject: String, at provider: ServerSpec?, to user: String, _ hand: Hand) {
    hand.write(
      .links, RowKey(user),
      [
        Pair("identity", identity(subject, provider)), Pair("iss", issuer(provider)),
        Pair("sub", subject),
      ])
  }

  /// The account that the identity is linked to.
  static func linked(_ subject: String, at provider: ServerSpec?, _ hand: Hand) -> String? {
    hand.rows(.links).first {
      $0.row["iss"] == issuer(provider) && $0.row["sub"] == subject
    }?.key.text
  }

  /// The account that the identity is linked to, or a new one.
  static func account(
    of subject: String, at provider: ServerSpec?, email: String? = nil, _ hand: Hand
  ) -> String {
    if let linked = linked(subject, at: provider, hand) { return linked }
    let name = identity(subject, provider)
    let address = email.map { [Pair("email", $0)] } ?? []
    hand.write(.users, RowKey(name), [Pair("role", "user")] + address)
    link(subject, at: provider, to: name, hand)
    return name
  }

  static func recognise(_ profile: CodeExchange.Profile, _ hand: Hand) -> Recognition {
    let subject = profile.identified.subject
    let same = profile.email.flatMap { email in
      hand.rows(.users).first { $0.row["email"] == email }?.key.text
    }
    return Recognition(
      profile: profile, linked: linked(subject, at: profile.answer.provider, hand),
      sameAddress: same, rule: AccountKey(level: hand.level("account-key")))
  }

  static let addressOpensNothing = Check<Recognition>(
    CheckInfo(
      "address-opens-no-account", "an e-mail address alone opens no account",
      "OpenID Connect Core 5.7", defence: "account-key"),
    else: .page(
      status: 409,
      message: "There is an account with this address. Sign in to it, then connect the two.")
  ) { it, _ in
    if it.profile.answer.session != nil { return .moot("somebody is signed in already") }
    if it.linked != nil { return .moot("the identity has an account") }
    guard let same = it.sameAddress else { return .holds }
    switch it.rule {
    case .verifiedEmail where it.profile.isEmailVerified: return .holds
    case .verifiedEmail:
      return .fails(expected: "a verified address", actual: "one that nobody has verified")
    case .email, .subject:
      return .fails(expected: "an identity that \(same) is linked to", actual: "its address")
    }
  }

  private static func identity(_ subject: String, _ provider: ServerSpec?) -> String {
    "\(subject)@\(provider?.name ?? "")"
  }

  private static func issuer(_ provider: ServerSpec?) -> String { provider?.origin.origin ?? "" }
}
