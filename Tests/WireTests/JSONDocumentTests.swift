import Testing

@testable import Wire

@Suite struct JSONDocumentTests {
  private let text =
    #" { "alg" : "ES256", "cnf":{"jwk":{"kty":"EC"}, "jwk":1}, "l":[ 1, {"x":-2.0} ] }"#

  @Test func `every name and value knows its bytes`() throws {
    let document = try JSONDocument.parse(text)
    let alg = try #require(document.root.members?.first)
    #expect(document.text(of: alg.nameSpan) == #""alg""#)
    #expect(document.text(of: alg.value.span) == #""ES256""#)
    #expect(document.text(of: document.root.span) == text.dropFirst())
    let kty = try #require(document.node(at: ["cnf", "jwk", "kty"]))
    #expect(document.text(of: kty.span) == #""EC""#)
    let number = try #require(document.node(at: ["l", "1", "x"]))
    #expect(document.text(of: number.span) == "-2.0")
    let list = try #require(document.node(at: ["l"]))
    #expect(document.text(of: list.span) == #"[ 1, {"x":-2.0} ]"#)
  }

  @Test func `a path that leads nowhere is nil`() throws {
    let document = try JSONDocument.parse(text)
    #expect(document.node(at: ["nope"]) == nil)
    #expect(document.node(at: ["l", "2"]) == nil)
    #expect(document.node(at: ["l", "-1"]) == nil)
    #expect(document.node(at: ["alg", "x"]) == nil)
    #expect(document.node(at: []) == document.root)
  }

  @Test func `a repeated name is reported where it stands`() throws {
    let document = try JSONDocument.parse(text)
    let duplicate = try #require(document.duplicates.first)
    #expect(document.duplicates.count == 1)
    #expect(duplicate.name == "jwk" && duplicate.path == ["cnf"])
    #expect(document.text(of: duplicate.nameSpan) == #""jwk""#)
    #expect(duplicate.value.value == 1)
    #expect(document.root["cnf"]?["jwk"]?.value == ["kty": "EC"])
  }

  @Test func `names that only look repeated after escapes are repeated`() throws {
    let document = try JSONDocument.parse(#"{"a":1,"\u0061":2}"#)
    #expect(document.duplicates.map(\.nameSpan) == [7..<15])
  }

  @Test func `the document and the plain reader agree`() throws {
    #expect(try JSONDocument.parse(text).value == JSONValue.parse(text))
  }
}
