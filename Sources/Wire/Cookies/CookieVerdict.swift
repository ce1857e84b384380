/// What the jar did with one cookie, and why.
package struct CookieVerdict: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case stored
    case replaced
    /// The header carried an expiry in the past and a stored cookie is gone.
    case deleted
    /// Its time is over: it arrived expired with nothing to delete, or its time ran out.
    case expired
    case refused(CookieReason)
    case attached
    case withheld(CookieReason)
  }

  package let name: String
  /// With name and path, which of several cookies of one name it is; the sender's host when the
  /// cookie was refused before it had a domain.
  package let domain: String
  package let path: String
  package let outcome: Outcome
  /// The names of the cookies that had to make room for this one.
  package var evicted: [String] = []

  package var reason: CookieReason? {
    switch outcome {
    case .refused(let reason), .withheld(let reason): reason
    case .stored, .replaced, .deleted, .expired, .attached: nil
    }
  }

  /// "sid withheld: SameSite=Strict: the request comes from another site".
  package var sentence: String {
    let subject = name.isEmpty ? "the nameless cookie" : name
    return subject + " " + outcome.word + (reason.map { ": " + $0.sentence } ?? "")
  }
}

extension CookieVerdict.Outcome {
  package var word: String {
    switch self {
    case .stored: "stored"
    case .replaced: "replaced"
    case .deleted: "deleted"
    case .expired: "expired"
    case .refused: "refused"
    case .attached: "attached"
    case .withheld: "withheld"
    }
  }
}
