import Ledger

/// A named switch over checks, rules and behaviours; its levels go from none to strictest.
package struct Defence: Sendable {
  package let id: DefenceID
  /// What is on when it is on: "Logout deletes the session on the server".
  package let title: String
  /// The attack that it stops, in one line.
  package let stops: String
  package let reference: String
  /// From off to strictest; the first one means that the defence is not there.
  package let levels: [String]
  /// The level where a scenario says nothing.
  package let standard: String
  /// The checks that it switches.
  package let checks: [CheckID]
  /// The behaviours that it switches: "delete the session row".
  package let behaviours: [String]

  init(
    _ id: DefenceID, _ title: String, stops: String, reference: String,
    levels: [String] = ["off", "on"], standard: String? = nil, checks: [CheckID] = [],
    behaviours: [String] = []
  ) {
    self.id = id
    self.title = title
    self.stops = stops
    self.reference = reference
    self.levels = levels
    self.standard = standard ?? levels[levels.count - 1]
    self.checks = checks
    self.behaviours = behaviours
  }

  package var offLevel: String { levels[0] }
  package var strictest: String { levels[levels.count - 1] }
}

/// All defences, in the order in which a reader meets them.
package enum DefenceCatalogue {
  package static let all: [Defence] = [
    .revokeOnLogout, .httpOnly, .secureCookie, .sameSite, .sessionRenewal, .idleTimeout,
    .absoluteTimeout, .csrfToken, .ownPagesOnly, .safeMethods, .reauthenticate, .hostPrefix,
    .strictTransport, .corsList, .hashedIds, .randomIds, .endSessionsOnReset,
    .rememberRotation, .freshLogin,
    .pinAlgorithm, .verifySignature, .checkExpiry, .checkAudience, .checkType,
    .keyUse, .ownKeysOnly, .kidLookup, .strongSecret, .keyOverlap, .refetchKeys, .leanClaims,
    .shortExpiry, .refreshRotation,
    .reuseDetection, .tokenBlocklist, .versionClaim,
    .strictDecoding, .heedCritical, .uniqueNames, .claimsAsData, .signedInside, .boundedWork,
    .stateSent, .stateChecked, .stateBoundToBrowser, .pkce, .nonce, .oneTimeCode, .issuerCheck,
    .identityToken, .signInAge, .backChannelLogout, .par, .noPasswordGrant, .stepUp,
    .redirectURIMatch, .verifierNeedsChallenge, .accountKey, .seeOther,
    .formBoundToBrowser, .pageReferrer, .userTokens, .dpop, .checkBinding, .proofNonce,
    .issuerAudience, .callbackPerProvider,
    .tokensInMemory, .customHeader, .frameAncestors, .targetOrigin, .messageOrigin,
    .noImplicitGrant, .ownRedirects, .errorsAskFirst, .discoveryIssuer, .knownAPIs,
    .resourceIndicators, .stripHeaders, .proxyOnly,
  ]

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  package static func defence(_ id: DefenceID) -> Defence? { byID[id] }
}
