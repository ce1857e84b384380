import Cryptography
import Testing

@testable import Tokens

@Suite struct `What is installed` {
  @Test func `lacks nothing that the tests need`() {
    #expect(InstalledAlgorithms.missing == [])
    #expect(KnownAnswer.all.allSatisfy { $0.result() == .given })
    #expect(CryptoLibrary.version.hasPrefix("OpenSSL 3") || CryptoLibrary.version.contains("SSL"))
  }

  @Test func `is told by the algorithms that a missing part takes along`() {
    func missing(_ part: CryptoLibrary.Primitive) -> [String] {
      InstalledAlgorithms.missing { $0 != part }
    }
    #expect(missing(.curve(.secp256k1)) == ["ES256K", "secp256k1"])
    #expect(missing(.octet(.ed448)) == ["Ed448"])
    #expect(missing(.octet(.x448)) == ["X448"])
    #expect(missing(.pbkdf2).count == 3)
    #expect(missing(.cipher(.gcm, .bits192)) == ["A192GCMKW", "A192GCM"])
    #expect(missing(.digest(.sha384)).contains("HS384"))
    #expect(missing(.rsa).count == 9)
  }

  @Test func `is lacking where a part is, and wrong where an answer is`() {
    let wrong = KnownAnswer("one", "nowhere") { false }
    #expect(wrong.result() == .wrong)
    let failing = KnownAnswer("two", "nowhere") { throw CryptographyError.decryptionFailed }
    #expect(failing.result() == .wrong)
  }
}
