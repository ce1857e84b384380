import Wire

/// How much of its URL a document tells to where it leads (Referrer Policy 3).
enum ReferrerPolicy: String {
  case noReferrer = "no-referrer"
  case noReferrerWhenDowngrade = "no-referrer-when-downgrade"
  case sameOrigin = "same-origin"
  case origin
  case strictOrigin = "strict-origin"
  case originWhenCrossOrigin = "origin-when-cross-origin"
  case strictOriginWhenCrossOrigin = "strict-origin-when-cross-origin"
  case unsafeURL = "unsafe-url"

  /// What browsers do where a page says nothing.
  static let standard = ReferrerPolicy.strictOriginWhenCrossOrigin

  /// The last word of the header that is known counts (Referrer Policy 8.1).
  init?(header: String?) {
    let words = (header ?? "").split(separator: ",").map { ASCII.lowercased(ASCII.trimmed($0)) }
    guard let policy = words.reversed().lazy.compactMap({ ReferrerPolicy(rawValue: $0) }).first
    else { return nil }
    self = policy
  }

  /// The Referer header's value; nil for none (Referrer Policy 8.3).
  func referrer(of document: WireURL, for target: WireURL) -> String? {
    let whole = document.origin + document.requestTarget
    let short = document.origin + "/"
    let isSameOrigin = document.origin == target.origin
    let isDowngrade = document.isSecure && !target.isSecure
    switch self {
    case .noReferrer: return nil
    case .noReferrerWhenDowngrade: return isDowngrade ? nil : whole
    case .sameOrigin: return isSameOrigin ? whole : nil
    case .origin: return short
    case .strictOrigin: return isDowngrade ? nil : short
    case .originWhenCrossOrigin: return isSameOrigin ? whole : short
    case .strictOriginWhenCrossOrigin:
      if isSameOrigin { return whole }
      return isDowngrade ? nil : short
    case .unsafeURL: return whole
    }
  }
}
