import Trace

/// Something in a trace that speaks for a cause.
package struct Evidence: Hashable, Sendable {
  /// The record that it is about.
  package let record: Int
  package let text: String

  init(_ record: Int, _ text: String) {
    self.record = record
    self.text = text
  }
}

/// Why a sign-in failed: one cause, with what shows it and what to change.
package struct Diagnosis: Sendable {
  package let cause: DiagnosedCause
  /// What happened here, in a sentence or two.
  package let what: String
  package let evidence: [Evidence]
  /// What to change.
  package let remedy: String
  /// The scenario of the library that shows it: "oauth/login-loop#strict".
  package let scenario: String

  /// The cause of the first rule that finds one; nil where none is visible.
  package static func of(_ trace: Trace) -> Diagnosis? {
    let reading = LoginReading(trace)
    return DiagnosedCause.all.lazy.compactMap { $0.diagnosis(reading) }.first
  }
}

/// A cause of failing sign-ins, and how it is found.
package struct DiagnosedCause: Sendable {
  /// What a rule has found.
  struct Found {
    let what: String
    let evidence: [Evidence]
    /// Where the general remedy or scenario does not fit this case.
    var remedy: String?
    var scenario: String?
  }

  /// "cookie-withheld".
  package let id: String
  package let title: String
  /// The section that says so.
  package let reference: String
  package let remedy: String
  package let scenario: String
  /// Scenarios that show other cases of it better.
  package var alsoShownBy: [String] = []
  let find: @Sendable (LoginReading) -> Found?

  func diagnosis(_ reading: LoginReading) -> Diagnosis? {
    guard let found = find(reading) else { return nil }
    if let scenario = found.scenario {
      precondition(alsoShownBy.contains(scenario), "\(id) does not list \(scenario)")
    }
    return Diagnosis(
      cause: self, what: found.what, evidence: found.evidence, remedy: found.remedy ?? remedy,
      scenario: found.scenario ?? scenario)
  }
}

extension DiagnosedCause {
  /// In the order in which they are asked: what names its cause before what only names a symptom.
  package static let all: [DiagnosedCause] = [
    .httpBehindProxy, .oversizedCookie, .formPostLax, .refusedCookie, .withheldCookie,
    .reusedCode, .clock, .wrongIssuer, .wrongAudience, .mismatchedState, .redirectURI,
    .refusedClient, .refusedGrant, .loginRequired, .accessDenied, .providerError, .expiredToken,
    .blockedCookie, .missingSession, .redirectLoop,
  ]
}
