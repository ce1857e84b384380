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

  /// When each server last accepted a cookie, by the record of the request.
  private(set) lazy var lastUses: [CookieUse: Int] = makeLastUses()
  /// The origins of the providers that were asked to answer at an address.
  private(set) lazy var providersByAddress: [String: Set<String>] = makeProviders()
  /// The cookies that an answer sets, by the record of its request.
  private(set) lazy var cookiesBySender: [Int: [SeenCookie]] = Dictionary(
    grouping: cookies, by: { $0.exchange?.sent ?? -1 })

  struct CookieUse: Hashable {
    let origin: String
    let cookie: Pair
  }

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

  private func makeLastUses() -> [CookieUse: Int] {
    var uses: [CookieUse: Int] = [:]
    for it in served where it.isAccepted {
      for cookie in it.request.cookies {
        uses[CookieUse(origin: it.request.url.origin, cookie: cookie)] = it.sent
      }
    }
    return uses
  }

  private func makeProviders() -> [String: Set<String>] {
    var providers: [String: Set<String>] = [:]
    for exchange in exchanges {
      guard let target = exchange.location, target.query["response_type"] != nil,
        let address = target.query["redirect_uri"].flatMap({ WireURL($0) })?.base
      else { continue }
      providers[address, default: []].insert(target.origin)
    }
    return providers
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
