import Ledger
import Tokens
import Trace
import Wire

/// A source as rules look at it: exchanges, cookies, tokens, and what servers did where it shows.
/// Each list is made when the first rule asks for it.
final class AuditView {
  let kind: AuditSourceKind
  let trace: Trace
  private let loneToken: String?
  private let loneCookie: String?
  /// The header that came alone.
  var loneHeader: String? { loneCookie }

  private(set) lazy var exchanges: [SeenExchange] = ExchangeReader(trace, kind).exchanges()
  private(set) lazy var cookies: [SeenCookie] = makeCookies()
  private(set) lazy var tokens: [SeenToken] = makeTokens()
  /// Requests for an authorization, pushed or by the browser.
  private(set) lazy var authorizations: [SeenAuthorization] = SeenAuthorization.all(in: self)

  init(_ trace: Trace, kind: AuditSourceKind) {
    self.kind = kind
    self.trace = trace
    loneToken = nil
    loneCookie = nil
  }

  init(token: String) {
    kind = .token
    trace = Self.empty
    loneToken = token
    loneCookie = nil
  }

  init(setCookie: String) {
    kind = .cookie
    trace = Self.empty
    loneToken = nil
    loneCookie = setCookie
  }

  private static var empty: Trace {
    Trace(
      identity: RunIdentity(scenario: "", title: "", variant: nil, seed: 0, settings: []),
      start: Instant(milliseconds: 0))
  }

  /// Whether it is a token of which nothing can be read.
  var isSealed: Bool { kind == .token && tokens.allSatisfy(\.isEncrypted) }

  /// The servers that are judged: those of attackers are not.
  var served: [SeenExchange] { exchanges.filter { !$0.isToAttacker } }

  /// Where a record lies: the step with the message's path, and the party.
  func place(ofRecord record: Int) -> AuditPlace {
    ExchangeReader(trace, kind).place(ofRecord: record)
  }

  /// The run as a whole: a setting that it began with.
  var wholePlace: AuditPlace { AuditPlace(record: nil, text: "the whole run") }

  /// The level of a defence when the run began; nil where the scenario does not speak of it.
  func level(of defence: DefenceID) -> String? {
    trace.defences.first { $0.id == defence }?.level
  }

  private func makeCookies() -> [SeenCookie] {
    if let loneCookie {
      let place = AuditPlace(record: nil, text: "the header")
      return [SeenCookie(loneCookie, place: place, exchange: nil)].compactMap { $0 }
    }
    return exchanges.filter { !$0.isToAttacker }.flatMap { exchange in
      (exchange.response?.headers.all("Set-Cookie") ?? []).compactMap {
        SeenCookie($0, place: exchange.answerPlace(trace), exchange: exchange)
      }
    }
  }

  private func makeTokens() -> [SeenToken] {
    if let loneToken {
      let place = AuditPlace(record: nil, text: "the token")
      return [SeenToken(loneToken, .unknown, .alone, place, exchange: nil)]
    }
    return TokenFinder(self).tokens()
  }
}

extension SeenExchange {
  /// The place of the answer, by the party that gave it.
  func answerPlace(_ trace: Trace) -> AuditPlace {
    AuditPlace(record: received ?? sent, text: place.text)
  }
}
