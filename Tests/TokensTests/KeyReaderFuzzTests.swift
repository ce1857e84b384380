import Testing
import Wire

@testable import Tokens

@Suite struct `The reader of keys, given damaged bytes,` {
  /// Numbers that are the same in every run (SplitMix64).
  private struct Draws {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
  }

  private func forms() throws -> [[UInt8]] {
    var forms: [[UInt8]] = []
    for key in [Keys.elliptic, Keys.edwards] {
      for form in [KeyForm.jwk, .jwks, .pem, .der] {
        forms.append(try KeyWriter(form).write([key]))
      }
      let pair = try #require(key.privateKeyPair)
      forms.append(Array(pair.publicKey.pem.utf8))
      forms.append(Array(Base64.standard(pair.pkcs8).utf8))
    }
    return forms
  }

  private func damaged(_ bytes: [UInt8], _ draws: inout Draws) -> [UInt8] {
    var bytes = bytes
    for _ in 0...draws.next(below: 3) where !bytes.isEmpty {
      let place = draws.next(below: bytes.count)
      switch draws.next(below: 4) {
      case 0: bytes[place] = UInt8(draws.next(below: 256))
      case 1: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place...)
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(16), at: place)
      case let other: preconditionFailure("no such damage \(other)")
      }
    }
    return bytes
  }

  @Test func `reads what it can, and says of the rest what is wrong`() throws {
    var draws = Draws(state: 1)
    var refused = 0
    let forms = try forms()
    for round in 0..<1000 {
      let bytes = damaged(forms[round % forms.count], &draws)
      do throws(KeyReadingError) {
        _ = try KeyReader(passphrase: [1]).read(bytes)
      } catch {
        refused += 1
        #expect(error.description.utf8.count > 10)
        if let place = error.place { #expect(place.offset <= bytes.count) }
      }
    }
    #expect(refused > 500)
  }
}
