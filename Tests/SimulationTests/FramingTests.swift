import Testing
import Wire

@testable import Simulation

@Suite struct `A page in a frame` {
  private static let policy = "Content-Security-Policy"
  private static let option = "X-Frame-Options"

  /// What the page says, and whether a page of another origin may hold it, and one of its own.
  private static let words: [(headers: [Pair], elsewhere: Bool, atHome: Bool)] = [
    ([], true, true),
    ([Pair(option, "DENY")], false, false),
    ([Pair(option, "deny")], false, false),
    ([Pair(option, "SAMEORIGIN")], false, true),
    // Browsers do not know this one any more.
    ([Pair(option, "ALLOW-FROM https://quiz.test")], true, true),
    ([Pair(policy, "frame-ancestors 'none'")], false, false),
    ([Pair(policy, "frame-ancestors 'self'")], false, true),
    ([Pair(policy, "default-src 'self'; Frame-Ancestors https://quiz.test")], true, false),
    ([Pair(policy, "frame-ancestors *")], true, true),
    ([Pair(policy, "default-src 'none'")], true, true),
    // The newer header has the last word.
    ([Pair(option, "DENY"), Pair(policy, "frame-ancestors https://quiz.test")], true, false),
    ([Pair(policy, "default-src 'none'"), Pair(option, "DENY")], false, false),
  ]

  private func isShown(_ headers: [Pair], in parent: String) throws -> Bool {
    let url = try #require(WireURL("https://idp.test/authorize"))
    let page = Document(url: try #require(WireURL(parent)))
    switch Framing.judge(Response(200, headers: Headers(headers)), at: url, in: page) {
    case .shown: return true
    case .refused: return false
    }
  }

  @Test(arguments: words.indices)
  func `is shown where its headers allow it`(index: Int) throws {
    let (headers, elsewhere, atHome) = Self.words[index]
    #expect(try isShown(headers, in: "https://quiz.test/") == elsewhere, "\(headers)")
    #expect(try isShown(headers, in: "https://idp.test/help") == atHome, "\(headers)")
  }
}

@Suite struct `A request in a frame` {
  private func visit(_ url: String, initiator: String, parent: String) throws -> Visit {
    var visit = Visit(client: 0, method: "GET", url: try #require(WireURL(url)))
    visit.initiator = Document(url: try #require(WireURL(initiator)))
    visit.parent = Document(url: try #require(WireURL(parent)))
    visit.purpose = .frame
    return visit
  }

  @Test func `is of another site when the page around it is`() throws {
    // A form of the provider's own page, in a frame of somebody else.
    let sent = try visit(
      "https://idp.test/consent", initiator: "https://idp.test/authorize",
      parent: "https://quiz.test/")
    #expect(sent.cookieContext.target == .subrequest)
    #expect(sent.cookieContext.initiator?.text == "https://quiz.test")
  }

  @Test func `is of the same site when all pages about it are`() throws {
    let sent = try visit(
      "https://www.shop.test/a", initiator: "https://app.shop.test/", parent: "https://shop.test/")
    let site = try #require(sent.cookieContext.initiator)
    #expect(site.contains(sent.url))
  }

  @Test func `of a window that a page has opened is one for the address bar`() throws {
    var sent = try visit(
      "https://idp.test/", initiator: "https://quiz.test/", parent: "https://quiz.test/")
    sent.purpose = .popup
    #expect(sent.cookieContext.target == .topLevel)
    #expect(sent.purpose.destination == "document")
  }
}
