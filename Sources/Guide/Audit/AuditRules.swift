/// Every rule of the audit, in the order of its report.
package enum AuditRules {
  package static let all: [AuditRule] = checklist + sessions + tokens + oauth + identity + web

  /// The checklist before shipping, and the common mistakes.
  private static let checklist: [AuditRule] = [
    .algorithmPinned, .personalData, .accessLifetime, .refreshRotation, .cookieHTTPOnly,
    .cookieSecure, .cookieSameSite, .sessionID, .stateValidated, .jwtAsSession, .tokenStorage,
    .longLivedToken,
  ]

  private static let sessions: [AuditRule] = [
    .sessionRenewed, .sessionEnded, .sessionTimeouts, .resetEndsSessions, .rememberRotation,
    .freshLogin, .hashedSessions, .cookieScope, .cookieTossed, .cookieLifetime, .cookieRefused,
    .forgedRequests, .safeMethods, .signInForgery,
  ]

  private static let tokens: [AuditRule] = [
    .signatureVerified, .keyForAlgorithm, .strongSecret, .ownKeys, .keyLookup, .sharedSecret,
    .keyRotation,
    .tokenExpiry, .tokenParties, .tokenType, .criticalHeader, .uniqueMembers, .strictEncoding,
    .signedInside, .boundedWork,
  ]

  private static let oauth: [AuditRule] = [
    .redirectURIExact, .proofKey, .proofKeyDowngrade, .stateBound, .mixUp, .implicitGrant,
    .passwordGrant, .codeOnce, .reuseDetection, .audienceRestricted, .boundToken, .tokenInURL,
    .codeInReferrer, .credentialsRedirect, .consentForm, .errorRedirect, .assertionAudience,
    .userTokens, .knownAPIs, .discoveryIssuer, .messageTargets, .stepUp,
  ]

  private static let identity: [AuditRule] = [
    .identityNonce, .accessTokenHash, .identityAsAccess, .identityByToken, .accountByAddress,
    .backChannelSignOut, .signInAge,
  ]

  private static let web: [AuditRule] = [
    .clearText, .strictTransport, .crossOriginReading, .noStore, .framedPages, .openRedirect,
    .passwordInURL, .talkativeErrors, .gatewayHeaders,
  ]

  package static func rule(_ id: String) -> AuditRule? { all.first { $0.id == id } }
}
