import Cryptography
import Testing
import Wire

@testable import Tokens

struct JWKTests {
  @Test func `the thumbprint is that of RFC 7638`() throws {
    let key = try JWK(
      JSONValue.parse(
        """
        {"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86z\
        wu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt\
        7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajr\
        n1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44\
        -csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}
        """))
    #expect(
      Base64.url(try key.thumbprint()) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
  }

  @Test func `the thumbprint of an Edwards key is that of RFC 8037`() throws {
    let key = try JWK(
      JSONValue.parse(
        """
        {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        """))
    #expect(
      Base64.url(try key.thumbprint()) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
  }

  @Test func `a key survives its JSON, and hides its private part`() throws {
    for key in [Keys.rsa, Keys.elliptic, Keys.edwards] {
      let revealed = try key.json(revealingPrivate: true)
      let again = try JWK(revealed)
      #expect(try again.json(revealingPrivate: true) == revealed)
      let hidden = try key.json()
      for name in ["d", "p", "q", "dp", "dq", "qi", "k"] { #expect(hidden[name] == nil) }
      #expect(try JWK(hidden).publicKey == key.publicKey)
    }
    #expect(try Keys.secret.json()["k"] == nil)
    #expect(Keys.secret.publicPart == nil)
  }

  @Test func `each malformed key is refused by its member`() throws {
    let x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"
    let y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"
    let cases: [(String, String?)] = [
      ("[]", nil), ("{}", "kty"), (#"{"kty":"XX"}"#, "kty"), (#"{"kty":1}"#, "kty"),
      (#"{"kty":"oct"}"#, "k"), (#"{"kty":"oct","k":"a b"}"#, "k"),
      (#"{"kty":"oct","k":"AA==","kid":"a"}"#, "k"), (#"{"kty":"oct","k":"AA","kid":5}"#, "kid"),
      (#"{"kty":"oct","k":"AA","k":"AB"}"#, "k"),
      (#"{"kty":"oct","k":"AA","key_ops":["sign","sign"]}"#, "key_ops"),
      (#"{"kty":"oct","k":"AA","key_ops":"sign"}"#, "key_ops"),
      (#"{"kty":"EC","crv":"P-257","x":"\#(x)","y":"\#(y)"}"#, "crv"),
      (#"{"kty":"EC","crv":"P-256","x":"\#(x)"}"#, "y"),
      (#"{"kty":"EC","crv":"P-256","x":"\#(y)","y":"\#(x)"}"#, nil),
      (#"{"kty":"EC","crv":"P-384","x":"\#(x)","y":"\#(y)"}"#, nil),
      (#"{"kty":"OKP","crv":"Ed25519","x":"AAAA"}"#, nil),
      (#"{"kty":"RSA","n":"AAAA","e":"AQAB"}"#, nil),
      (#"{"kty":"RSA","n":"\#(x)","e":"AQAB","oth":[]}"#, "oth"),
    ]
    for (text, member) in cases {
      do {
        _ = try JWK(JSONValue.parse(text))
        Issue.record("accepted: \(text)")
      } catch let error as JWKError {
        #expect(error.member == member, "\(text)")
      }
    }
  }

  @Test func `a set passes over keys that it does not know, and says so`() throws {
    let set = try JWKSet(
      JSONValue.parse(
        #"{"keys":[{"kty":"AKP","alg":"ML-DSA-44","pub":"AA"},{"kty":"oct","k":"AA","kid":"a"}]}"#))
    #expect(set.keys.map(\.id) == ["a"])
    #expect(set.ignored.map(\.index) == [0])
    #expect(set.ignored[0].error == JWKError("kty", .unsupported("AKP")))
  }

  @Test func `two keys of one name, and secrets among public keys, are ambiguous`() {
    #expect(JWKSet([Keys.secret, Keys.rsa]).ambiguity == "secrets and public keys in one set")
    #expect(JWKSet([Keys.rsa, Keys.rsa]).ambiguity == "two keys named \"rsa\"")
    #expect(JWKSet([Keys.rsa, Keys.elliptic]).ambiguity == nil)
    #expect(JWKSet([Keys.secret, Keys.rsa]).publicPart.keys.map(\.id) == ["rsa"])
  }
}
