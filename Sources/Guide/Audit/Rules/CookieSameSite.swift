import Wire

extension AuditRule {
  /// Lax for the session, None for nothing but a form_post answer, Strict where no callback needs
  /// the cookie: S3 and K5 of the guide contradict each other, and this is what holds.
  static let cookieSameSite = AuditRule(
    "K5-cookie-same-site", .warning,
    "SameSite keeps cookies at home, and lets the callback have its own",
    why:
      "With None every site can have the cookie sent; with Strict the answer of a provider arrives "
      + "without it.",
    remedy:
      "Lax for the session and for a sign-in that is under way (None for a form_post answer), Strict "
      + "for a second cookie that guards writing.",
    references: ["OWASP ASVS 3.3.2", "RFC 6265bis 5.6.7", "CWE-1275"], claims: ["K5", "S3"],
    scenario: "session/csrf#sent-everywhere", sees: [.run, .archive, .cookie],
    subject: "cookies of a sign-in", blindness: .noCookie
  ) { view in
    var look = AuditLook()
    let callbacks = CallbackHosts(view)
    for it in view.cookies where it.isAuthentication {
      look.subjects += 1
      let name = it.cookie.name
      switch it.cookie.sameSite {
      case .none where callbacks.needsNone(it): break
      case .none:
        look.hit("\(name) is sent with requests of every site (SameSite=None)", at: it.place)
      case .unspecified:
        look.hit("\(name) leaves SameSite to the browser, and browsers differ", at: it.place, .note)
      case .strict where callbacks.needsLax(it):
        look.hit(
          "\(name) is SameSite=Strict, and the answer of a provider comes from another site",
          at: it.place)
      case .lax where callbacks.needsNone(it):
        look.hit(
          "\(name) is SameSite=Lax, and the answer comes as a form of another site (form_post)",
          at: it.place)
      case .strict, .lax: break
      }
    }
    return look
  }
}

/// The hosts to which providers' answers come, and how.
private struct CallbackHosts {
  private var byRedirect: Set<String> = []
  private var byForm: Set<String> = []

  init(_ view: AuditView) {
    for it in view.authorizations {
      guard let address = it.parameters["redirect_uri"].flatMap({ WireURL($0) }) else { continue }
      if it.parameters["response_mode"] == "form_post" {
        byForm.insert(address.host)
      } else {
        byRedirect.insert(address.host)
      }
    }
  }

  /// A sign-in that is under way has to be found by an answer that is another site's form.
  func needsNone(_ it: SeenCookie) -> Bool { it.role == .transaction && byForm.contains(it.host) }

  /// The transaction's cookie, or a session that begins with the answer and is needed right after.
  func needsLax(_ it: SeenCookie) -> Bool {
    guard byRedirect.contains(it.host) || byForm.contains(it.host) else { return false }
    return it.role == .transaction || it.exchange?.bringsAnswer == true
  }
}

extension SeenExchange {
  /// Whether the request is a provider's answer at the client's address (RFC 6749 4.1.2).
  var bringsAnswer: Bool {
    let it = parameters
    return !isTokenRequest && it["client_id"] == nil
      && (it["code"] != nil || it["error"] != nil && it["state"] != nil)
  }
}
