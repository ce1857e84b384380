/// The domains under which anybody can register a name (publicsuffix.org), as far as simulations
/// need them.
///
/// The built-in set is a small selection of the real list; a last label alone is always a suffix
/// (the list's default rule), so that every `.test`, `.com` or `.example` works without an entry.
/// Whoever replays real traffic hands in the whole list.
package struct PublicSuffixes: Hashable, Sendable {
  private var suffixes: Set<Substring> = []
  /// `*.ck`: every label below is a suffix.
  private var wildcards: Set<Substring> = []
  /// `!www.ck`: but not this one.
  private var exceptions: Set<Substring> = []
  /// The last labels of all rules: a host under another one needs no further look.
  private var topLabels: Set<Substring> = []

  /// Rules as publicsuffix.org writes them, one for each line; comments begin with `//`.
  package init(rules text: String) {
    for line in text.split(whereSeparator: \.isWhitespace) where !line.hasPrefix("//") {
      if line.hasPrefix("!") {
        exceptions.insert(line.dropFirst())
      } else if line.hasPrefix("*.") {
        wildcards.insert(line.dropFirst(2))
      } else {
        suffixes.insert(line)
      }
      topLabels.insert(Self.topLabel(of: line))
    }
  }

  package static let builtIn = PublicSuffixes(
    rules: """
      co.uk org.uk ac.uk gov.uk me.uk ltd.uk plc.uk net.uk com.au net.au org.au co.nz co.jp ne.jp
      or.jp ac.jp co.kr com.br co.in co.za com.cn com.mx com.tr com.sg com.ar co.il com.tw
      github.io gitlab.io herokuapp.com netlify.app vercel.app pages.dev workers.dev web.app
      firebaseapp.com appspot.com blogspot.com cloudfront.net azurewebsites.net s3.amazonaws.com
      onrender.com fly.dev ngrok.io ngrok-free.app glitch.me repl.co surge.sh
      *.ck !www.ck *.kawasaki.jp !city.kawasaki.jp
      """)

  /// Whether the whole host is a public suffix.
  package func contains(_ host: String) -> Bool {
    guard !host.isEmpty, !CookieMatch.isAddress(host), !exceptions.contains(host[...]) else {
      return false
    }
    guard let dot = host.utf8.firstIndex(of: UInt8(ascii: ".")) else { return true }
    let parent = host[host.utf8.index(after: dot)...]
    return suffixes.contains(host[...]) || wildcards.contains(parent)
  }

  /// The suffix and one label more: `a.b.shop.co.uk` gives `shop.co.uk`; nil for a suffix itself,
  /// for an address, and for a host with an empty label.
  package func registrableDomain(of host: String) -> Substring? {
    guard !CookieMatch.isAddress(host) else { return nil }
    let hasRules = topLabels.contains(Self.topLabel(of: host[...]))
    var candidate = host[...]
    var below: Substring?
    while true {
      if candidate.isEmpty || candidate.utf8.first == UInt8(ascii: ".") { return nil }
      if hasRules, exceptions.contains(candidate) { return candidate }
      guard let dot = candidate.utf8.firstIndex(of: UInt8(ascii: ".")) else { return below }
      let parent = candidate[candidate.utf8.index(after: dot)...]
      if hasRules, suffixes.contains(candidate) || wildcards.contains(parent) { return below }
      below = candidate
      candidate = parent
    }
  }

  private static func topLabel(of host: Substring) -> Substring {
    guard let dot = host.utf8.lastIndex(of: UInt8(ascii: ".")) else { return host }
    return host[host.utf8.index(after: dot)...]
  }
}
