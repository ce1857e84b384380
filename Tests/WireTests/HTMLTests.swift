import Testing

@testable import Wire

@Suite struct HTMLTests {
  private let page = """
    <!DOCTYPE html><html><head><title>Log in</title><style>p { color: red }</style></head>
    <body><!-- <form action="/no"> --><h1>Welcome  to <b>Shop</b> &amp; Co</h1>
    <FORM Method='post' action="/login?next=%2F&amp;x=1">
      <input type=hidden name=csrf value="a&quot;b&#39;c&#x3e;">
      <input name="user"><input TYPE="Password" name=pass value>
      <input type="checkbox" name="remember"><input type="checkbox" name="terms" value="yes" checked>
      <input type="radio" name="scope" value="read" checked/><input type="radio" name="scope" value="write"/>
      <input type="email" name="mail" value=a@b.test><input type=text value="nameless">
      <input name="off" disabled><input type="button" name="no">
      <button name="decision" value="allow">Allow</button><button name=decision value=deny>Deny</button>
      <input type=submit value=Go>
    </FORM><form action="https://evil.test/"><input name="second"></form>
    <input name="outside"><p>Bye<br>now<script>document.write("<p>hidden</p>")</script></p></body></html>
    """

  @Test func `the first form is found with its fields and buttons`() throws {
    let form = try #require(HTMLForm.first(in: page))
    #expect(form.method == "POST" && form.action == "/login?next=%2F&x=1")
    #expect(
      form.fields.map(\.name) == [
        "csrf", "user", "pass", "remember", "terms", "scope", "scope", "mail", "",
      ])
    #expect(form["csrf"]?.value == "a\"b'c>" && form["csrf"]?.kind == .hidden)
    #expect(
      form["user"]?.kind == .text && form["pass"]?.kind == .password && form["mail"]?.kind == .other
    )
    #expect(form["off"] == nil && form["outside"] == nil)
    #expect(form.buttons.map(\.value) == ["allow", "deny", "Go"])
    #expect(HTMLForm.all(in: page).count == 2)
  }

  @Test func `submitting sends what is named and checked, and the pressed button only`() throws {
    var form = try #require(HTMLForm.first(in: page))
    let filled = [
      form.fill("user", with: "alice & bob"), form.fill("remember", with: ""),
      form.fill("scope", with: "write"), form.fill("scope", with: "admin"),
      form.fill("nope", with: "x"),
    ]
    #expect(filled == [true, true, true, false, false])
    let url = try #require(WireURL("https://shop.test/a/b#top"))
    let request = try #require(form.request(on: url, pressing: form.buttons.first))
    #expect(request.method == "POST" && request.url.text == "https://shop.test/login?next=%2F&x=1")
    #expect(request.headers["content-type"] == "application/x-www-form-urlencoded")
    #expect(
      request.form == [
        Pair("csrf", "a\"b'c>"), Pair("user", "alice & bob"), Pair("pass", ""),
        Pair("remember", "on"),
        Pair("terms", "yes"), Pair("scope", "write"), Pair("mail", "a@b.test"),
        Pair("decision", "allow"),
      ])
    #expect(form.pairs(pressing: form.buttons.last)["decision"] == nil)
  }

  @Test func `a GET form puts its data in the place of the query`() throws {
    let url = try #require(WireURL("https://shop.test/find?old=1#x"))
    let form = try #require(HTMLForm.first(in: "<form><input name=q value='a b'></form>"))
    #expect(form.request(on: url)?.url.text == "https://shop.test/find?q=a%20b")
    #expect(form.request(on: url)?.body == "")
    let bad = try #require(HTMLForm.first(in: "<form action='https://:x/'>"))
    #expect(bad.request(on: url) == nil)
  }

  @Test func `visible text is what a person reads`() {
    #expect(HTMLText.visibleText(of: page) == "Welcome to Shop & Co\nAllowDeny\nBye\nnow")
    #expect(HTMLText.visibleText(of: "1 < 2 &lt;b&gt; <b>x</b>y") == "1 < 2 <b> xy")
    #expect(HTMLText.visibleText(of: "a<!-- <p>b</p> -->c<textarea><p>d</textarea>") == "ac\n<p>d")
  }

  @Test func `escaped text never makes markup, and reads back`() {
    let text = "<script>alert('x' & \"y\")</script> é 🔑 &amp;"
    let escaped = HTMLText.escape(text)
    #expect(!escaped.contains("<") && !escaped.contains("\"") && !escaped.contains("'"))
    #expect(HTMLText.unescape(escaped) == text)
    #expect(HTMLText.visibleText(of: "<p>\(escaped)</p>") == text)
    let form = HTMLForm.first(in: "<form><input name=x value=\"\(escaped)\">")
    #expect(form?["x"]?.value == text)
  }

  @Test(arguments: [
    ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("&#65;&#x42;&#X43;", "ABC"),
    ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&nope; &lt &; &#; &#x; &#+5; & &amp", "&nope; &lt &; &#; &#x; &#+5; & &amp"),
    ("&amp;lt;", "&lt;"),
    ("&#99999999999;", "&#99999999999;"),
  ])
  func `only whole references are replaced`(text: String, plain: String) {
    #expect(HTMLText.unescape(text) == plain)
  }

  @Test func `no page crashes the reader, wherever it is cut or changed`() {
    let bytes = Array(page.utf8)
    for length in stride(from: 0, to: bytes.count, by: 2) {
      let cut = String(decoding: bytes[..<length], as: UTF8.self)
      _ = HTMLForm.all(in: cut)
      _ = HTMLText.visibleText(of: cut)
    }
    for index in stride(from: 0, to: bytes.count, by: 3) {
      for byte in "<>\"/".utf8 {
        var changed = bytes
        changed[index] = byte
        _ = HTMLForm.all(in: String(decoding: changed, as: UTF8.self))
      }
    }
    for text in [
      "", "<", "</", "<!", "<!-", "<!--", "<!-->", "<?", "</>", "<a", "<a =", "<a b=", "<a b='",
      "<script", "<script>",
    ] {
      _ = HTMLForm.all(in: text)
      _ = HTMLText.visibleText(of: text)
    }
  }
}
