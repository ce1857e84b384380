import Testing

@testable import Cryptography

private let templates: [KeyTemplate] =
  [.rsa(bits: 2048)] + EllipticCurve.allCases.map(KeyTemplate.elliptic)
  + OctetCurve.allCases.map(KeyTemplate.octet)

struct KeyTests {
  @Test(arguments: templates)
  func `a key survives PEM, DER and its numbers`(template: KeyTemplate) throws {
    let key = try KeyPair.generateFromSystem(template)
    let publicKey = key.publicKey
    #expect(try KeyPair(pem: key.pem).publicKey == publicKey)
    #expect(try KeyPair(der: key.pkcs8).publicKey == publicKey)
    #expect(try PublicKey(pem: publicKey.pem) == publicKey)
    #expect(try PublicKey(der: publicKey.spki) == publicKey)
    #expect(try PublicKey(pem: key.pem) == publicKey)
    let components = try publicKey.components
    #expect(try PublicKey(components) == publicKey)
    let again = try KeyPair(key.privateComponents, expecting: components)
    #expect(again.publicKey == publicKey)
    #expect(again.pkcs8 == key.pkcs8)
  }

  @Test func `the older forms are read and written`() throws {
    let rsa = try KeyPair.generateFromSystem(.rsa(bits: 2048))
    let elliptic = try KeyPair.generateFromSystem(.elliptic(.p384))
    #expect(try rsa.traditionalPEM.hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n"))
    #expect(try elliptic.traditionalPEM.hasPrefix("-----BEGIN EC PRIVATE KEY-----\n"))
    #expect(try KeyPair(pem: rsa.traditionalPEM).publicKey == rsa.publicKey)
    #expect(try KeyPair(pem: elliptic.traditionalPEM).publicKey == elliptic.publicKey)
    #expect(try PublicKey(pem: rsa.publicKey.pkcs1PEM) == rsa.publicKey)
  }

  @Test func `an RSA key of n, e and d alone signs`() throws {
    let key = try KeyPair.generateFromSystem(.rsa(bits: 2048))
    guard case .rsa(let numbers) = try key.privateComponents else { return }
    let bare = try KeyPair(
      .rsa(
        RSAPrivateNumbers(
          modulus: numbers.modulus, exponent: numbers.exponent,
          privateExponent: numbers.privateExponent, remainder: nil)))
    let message = Array("message".utf8)
    #expect(try bare.sign(message, by: .rsaPSS(.sha256)) == key.sign(message, by: .rsaPSS(.sha256)))
  }

  @Test func `parts of two keys are no pair`() throws {
    for template in [KeyTemplate.rsa(bits: 2048), .elliptic(.p256), .octet(.ed25519)] {
      let one = try KeyPair.generateFromSystem(template)
      let other = try KeyPair.generateFromSystem(template)
      #expect(throws: CryptographyError.self) {
        try KeyPair(one.privateComponents, expecting: other.publicKey.components)
      }
    }
  }

  @Test func `a file whose private part belongs to another public part is no key`() throws {
    let one = try KeyPair.generateFromSystem(.elliptic(.p256))
    let other = try KeyPair.generateFromSystem(.elliptic(.p256))
    // PKCS#8 ends in the public point.
    let mixed = one.pkcs8.dropLast(65) + other.pkcs8.suffix(65)
    let fault = CryptographyError.invalidKey("the private part belongs to another public key")
    #expect(throws: fault) { try KeyPair(der: Array(mixed)) }
    #expect(throws: fault) {
      try KeyPair(pem: PEM(label: "PRIVATE KEY", bytes: Array(mixed)).text)
    }
    var rsa = try KeyPair.generateFromSystem(.rsa(bits: 2048)).pkcs8
    rsa[60] ^= 1  // In the middle of the modulus.
    #expect(
      throws: CryptographyError.invalidKey("the private numbers do not belong to the modulus")
    ) { try KeyPair(der: rsa) }
  }

  @Test func `a private exponent of another key is refused`() throws {
    guard
      case .rsa(let one) = try KeyPair.generateFromSystem(.rsa(bits: 2048)).privateComponents,
      case .rsa(let other) = try KeyPair.generateFromSystem(.rsa(bits: 2048)).privateComponents
    else { return }
    let mixed = RSAPrivateNumbers(
      modulus: one.modulus, exponent: one.exponent, privateExponent: other.privateExponent,
      remainder: nil)
    #expect(
      throws: CryptographyError.invalidKey("the private numbers do not belong to the modulus")
    ) { try KeyPair(.rsa(mixed)) }
  }

  @Test func `a point off its curve, and coordinates cut short, are refused`() {
    let x = bytes(hex: "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6")
    let y = bytes(hex: "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462298")
    #expect(throws: CryptographyError.invalidKey("the numbers are no EC key")) {
      try PublicKey(.elliptic(.p256, x: x, y: y))
    }
    #expect(throws: CryptographyError.invalidKey("a coordinate of P-256 has 32 bytes")) {
      try PublicKey(.elliptic(.p256, x: Array(x.dropFirst()), y: y))
    }
  }

  @Test func `an even modulus and an exponent of one are refused`() {
    let modulus = [UInt8](repeating: 0xff, count: 256)
    for (n, e) in [(modulus.dropLast() + [0xfe], [UInt8(3)]), (modulus, [1]), (modulus, [0, 1])] {
      #expect(throws: CryptographyError.self) {
        try PublicKey(.rsa(modulus: Array(n), exponent: e))
      }
    }
  }

  @Test func `no description shows a private number`() throws {
    let key = try KeyPair.generateFromSystem(.elliptic(.p256))
    #expect("\(key)" == "private key, P-256")
  }
}

struct PEMTests {
  private let good = PEM(label: "PUBLIC KEY", bytes: Array(0..<70)).text

  @Test func `lines are 64 characters and end in LF`() {
    let lines = good.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].count == 64)
  }

  @Test func `CRLF, spaces and words around a block are no matter`() throws {
    let text = "subject=me\r\n" + good.split(separator: "\n").joined(separator: "\r\n") + "\r\nbye"
    #expect(try PEM.blocks(in: text) == [PEM(label: "PUBLIC KEY", bytes: Array(0..<70))])
  }

  @Test func `each fault is named with its byte`() {
    let cases: [(String, PEMFault, Int)] = [
      ("hello", .noBegin, 0),
      ("-----BEGIN PUBLIC KEY\nAAAA", .unterminatedLabel, 11),
      ("-----BEGIN X-----\nAAAA\n", .noEnd(label: "X"), 0),
      ("-----BEGIN X-----\nAAAA\n-----END Y-----", .endMismatch(begin: "X", end: "Y"), 23),
      ("-----BEGIN X-----\nAA*A\n-----END X-----", .invalidCharacter(0x2a), 20),
      ("-----BEGIN X-----\nAA=A\n-----END X-----", .invalidCharacter(0x41), 21),
      ("-----BEGIN X-----\nAAAAA\n-----END X-----", .badLength, 24),
    ]
    for (text, fault, offset) in cases {
      #expect(throws: CryptographyError.malformedPEM(fault, offset: offset), "\(text)") {
        try PEM.blocks(in: text)
      }
    }
  }

  @Test func `a structure with bytes behind it is no key`() throws {
    let key = try KeyPair.generateFromSystem(.octet(.ed25519))
    let text = PEM(label: "PUBLIC KEY", bytes: key.publicKey.spki + [0]).text
    #expect(throws: CryptographyError.malformedDER("PUBLIC KEY")) { try PublicKey(pem: text) }
  }

  @Test func `an encrypted key says how to open it`() {
    let text = PEM(label: "ENCRYPTED PRIVATE KEY", bytes: [1, 2, 3]).text
    #expect(throws: CryptographyError.self) { try KeyPair(pem: text) }
  }
}
