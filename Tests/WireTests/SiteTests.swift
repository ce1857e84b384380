import Testing

@testable import Wire

@Suite struct SiteTests {
  private func url(_ text: String) throws -> WireURL { try #require(WireURL(text)) }

  @Test(arguments: [
    ("shop.test", "shop.test"), ("a.b.shop.test", "shop.test"), ("test", nil), ("localhost", nil),
    ("a.shop.co.uk", "shop.co.uk"), ("shop.co.uk", "shop.co.uk"), ("co.uk", nil),
    ("alice.github.io", "alice.github.io"), ("github.io", nil),
    ("x.alice.github.io", "alice.github.io"),
    ("a.b.c.ck", "b.c.ck"), ("c.ck", nil), ("www.ck", "www.ck"), ("a.www.ck", "www.ck"),
    ("127.0.0.1", nil), ("[::1]", nil), ("a..test", nil), (".test", nil), ("shop.test.", nil),
    ("", nil),
  ])
  func `the registrable domain is one label above the public suffix`(host: String, domain: String?)
  {
    #expect(PublicSuffixes.builtIn.registrableDomain(of: host).map { String($0) } == domain)
  }

  @Test func `a public suffix is recognised, a host or an address is not`() {
    for suffix in ["com", "co.uk", "github.io", "anything.ck", "localhost"] {
      #expect(PublicSuffixes.builtIn.contains(suffix), "\(suffix)")
    }
    for host in ["shop.test", "www.ck", "127.0.0.1", "[::1]", "", ".shop.test"] {
      #expect(!PublicSuffixes.builtIn.contains(host), "\(host)")
    }
  }

  @Test(arguments: [
    ("https://a.shop.test/x", "https://b.shop.test:8443/y", true),
    ("https://shop.test", "https://shop.test", true),
    ("https://shop.test", "http://shop.test", false),
    ("https://shop.test", "https://evilshop.test", false),
    ("https://shop.test", "https://bank.test", false),
    ("https://alice.github.io", "https://mallory.github.io", false),
    ("https://github.io", "https://alice.github.io", false),
    ("https://alice.github.io", "https://github.io", false),
    ("http://127.0.0.1:1", "http://127.0.0.1:2", true),
    ("http://127.0.0.1", "http://1.127.0.0.1", false),
    ("http://localhost:1", "http://localhost:2", true),
    ("http://localhost", "http://a.localhost", false),
  ])
  func `sites are compared by scheme and registrable domain`(
    initiator: String, target: String, isSame: Bool
  ) throws {
    let site = Site(of: try url(initiator))
    let other = try url(target)
    #expect(site.contains(other) == isSame)
    #expect((Site(of: other) == site) == isSame)
  }

  @Test func `an opaque origin is same-site with nothing`() throws {
    #expect(!Site.opaque.contains(try url("https://shop.test")))
    #expect(!Site.opaque.contains(try url("com.shop:/cb")))
    #expect(Site.opaque.text == "an opaque origin")
    #expect(Site(of: try url("https://a.shop.test/x")).text == "https://shop.test")
  }

  @Test func `another list of suffixes can be handed in`() throws {
    let suffixes = PublicSuffixes(rules: "// none but this\nshop.test")
    #expect(Site(of: try url("https://a.b.shop.test"), suffixes: suffixes).domain == "b.shop.test")
    #expect(!suffixes.contains("co.uk") && suffixes.contains("shop.test"))
  }
}
