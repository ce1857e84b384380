import Testing

@testable import Cryptography

/// RFC 6979 A.2.5 to A.2.7, every hash that is served; the secp256k1 rows, which the RFC has not,
/// are from another implementation with the P-256 secret.
private let vectors = """
  p256 sha1 sample
    61340c88c3aaebeb4f6d667f672ca9759a6ccaa9fa8811313039ee4a35471d326d7f147dac089441
    bb2e2fe8f7a3fa264b9c475098fdcf6e00d7c996e1b8b7eb
  p256 sha1 test
    0cbcc86fd6abd1d99e703e1ec50069ee5c0b4ba4b9ac60e409e8ec5910d81a8901b9d7b73dfaa60d
    5651ec4591a0136f87653e0fd780c3b1bc872ffdeae479b1
  p256 sha256 sample
    efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716f7cb1c942d657c41
    d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8
  p256 sha256 test
    f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367019f4113742a2b14
    bd25926b49c649155f267e60d3814b4c0cc84250e46f0083
  p256 sha384 sample
    0eafea039b20e9b42309fb1d89e213057cbf973dc0cfc8f129edddc800ef77194861f0491e6998b9
    455193e34e7b0d284ddd7149a74b95b9261f13abde940954
  p256 sha384 test
    83910e8b48bb0c74244ebdf7f07a1c5413d61472bd941ef3920e623fbccebeb68ddbec54cf8cd587
    4883841d712142a56a8d0f218f5003cb0296b6b509619f2c
  p256 sha512 sample
    8496a60b5e9b47c825488827e0495b0e3fa109ec4568fd3f8d1097678eb97f002362ab1adbe2b8ad
    f9cb9edab740ea6049c028114f2460f96554f61fae3302fe
  p256 sha512 test
    461d93f31b6540894788fd206c07cfa0cc35f46fa3c91816fff1040ad1581a0439af9f15de0db8d9
    7e72719c74820d304ce5226e32dedae67519e840d1194e55
  p384 sha1 sample
    ec748d839243d6fbef4fc5c4859a7dffd7f3abddf72014540c16d73309834fa37b9ba002899f6fda
    3a4a9386790d4eb2a3bcfa947beef4732bf247ac17f71676cb31a847b9ff0cbc9c9ed4c1a5b3facf
    26f49ca031d4857570ccb5ca4424a443
  p384 sha1 test
    4bc35d3a50ef4e30576f58cd96ce6bf638025ee624004a1f7789a8b8e43d0678acd9d29876daf466
    38645f7f404b11c7d5a6326c494ed3ff614703878961c0fde7b2c278f9a65fd8c4b7186201a29916
    95ba1c84541327e966fa7b50f7382282
  p384 sha256 sample
    21b13d1e013c7fa1392d03c5f99af8b30c570c6f98d4ea8e354b63a21d3daa33bde1e888e63355d9
    2fa2b3c36d8fb2cdf3aa443fb107745bf4bd77cb3891674632068a10ca67e3d45db2266fa7d1feeb
    efdc63eccd1ac42ec0cb8668a4fa0ab0
  p384 sha256 test
    6d6defac9ab64dabafe36c6bf510352a4cc27001263638e5b16d9bb51d451559f918eedaf2293be5
    b475cc8f0188636b2d46f3becbcc523d5f1a1256bf0c9b024d879ba9e838144c8ba6baeb4b53b47d
    51ab373f9845c0514eefb14024787265
  p384 sha384 sample
    94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf9
    6e36dd1e80fabe4699ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94f
    a329c145786e679e7b82c71a38628ac8
  p384 sha384 test
    8203b63d3c853e8d77227fb377bcf7b7b772e97892a80f36ab775d509d7a5feb0542a7f0812998da
    8f1dd3ca3cf023dbddd0760448d42d8a43af45af836fce4de8be06b485e9b61b827c2f13173923e0
    6a739f040649a667bf3b828246baa5a5
  p384 sha512 sample
    ed0959d5880ab2d869ae7f6c2915c6d60f96507f9cb3e047c0046861da4a799cfe30f35cc900056d
    7c99cd7882433709512c8cceee3890a84058ce1e22dbc2198f42323ce8aca9135329f03c068e5112
    dc7cc3ef3446defceb01a45c2667fdd5
  p384 sha512 test
    a0d5d090c9980faf3c2ce57b7ae951d31977dd11c775d314af55f76c676447d06fb6495cd21b4b6e
    340fc236584fb277976984e59b4c77b0e8e4460dca3d9f20e07b9bb1f63beefaf576f6b2e8b22463
    4a2092cd3792e0159ad9cee37659c736
  p521 sha1 sample
    00343b6ec45728975ea5cba6659bbb6062a5ff89eea58be3c80b619f322c87910fe092f7d45bb0f8
    eee01ed3f20babec079d202ae677b243ab40b5431d497c55d75d00e7b0e675a9b24413d448b8cc11
    9d2bf7b2d2df032741c096634d6d65d0dbe3d5694625fb9e8104d3b842c1b0e2d0b98bea19341e86
    76aef66ae4eba3d5475d5d16
  p521 sha1 test
    013bad9f29abe20de37ebeb823c252ca0f63361284015a3bf430a46aaa80b87b0693f0694bd88afe
    4e661fc33b094cd3b7963bed5a727ed8bd6a3a202abe009d036701e9bb81ff7944ca409ad138dbbe
    e228e1afcc0c890fc78ec8604639cb0dbdc90f717a99ead9d272855d00162ee9527567dd6a92cbd6
    29805c0445282bbc916797ff
  p521 sha256 sample
    01511bb4d675114fe266fc4372b87682baecc01d3cc62cf2303c92b3526012659d16876e25c7c1e5
    7648f23b73564d67f61c6f14d527d54972810421e7d87589e1a7004a171143a83163d6df460aaf61
    522695f207a58b95c0644d87e52aa1a347916e4f7a72930b1bc06dbe22ce3f58264afd23704cbb63
    b29b931f7de6c9d949a7ecfc
  p521 sha256 test
    000e871c4a14f993c6c7369501900c4bc1e9c7b0b4ba44e04868b30b41d8071042eb28c4c250411d
    0ce08cd197e4188ea4876f279f90b3d8d74a3c76e6f1e4656aa800cd52dbaa33b063c3a6cd8058a1
    fb0a46a4754b034fcc644766ca14da8ca5ca9fde00e88c1ad60ccba759025299079d7a427ec3cc5b
    619bfbc828e7769bcd694e86
  p521 sha384 sample
    01ea842a0e17d2de4f92c15315c63ddf72685c18195c2bb95e572b9c5136ca4b4b576ad712a52be9
    730627d16054ba40cc0b8d3ff035b12ae75168397f5d50c6745101f21a3cee066e1961025fb048bd
    5fe2b7924d0cd797babe0a83b66f1e35eeaf5fde143fa85dc394a7dee766523393784484bdf3e001
    14a1c857cde1aa203db65d61
  p521 sha384 test
    014bee21a18b6d8b3c93fab08d43e739707953244fdbe924fa926d76669e7ac8c89df62ed8975c2d
    8397a65a49dcc09f6b0ac62272741924d479354d74ff6075578c0133330865c067a0eaf72362a65e
    2d7bc4e461e8c8995c3b6226a21bd1aa78f0ed94fe536a0dca35534f0cd1510c41525d163fe9d74d
    134881e35141ed5e8e95b979
  p521 sha512 sample
    00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f174e25a1ee9017b5
    d450606add152b534931d7d4e8455cc91f9b15bf05ec36e377fa00617cce7cf5064806c467f678d3
    b4080d6f1cc50af26ca209417308281b68af282623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1
    dccc43997f1ee0e44da4a67a
  p521 sha512 test
    013e99020abf5cee7525d16b69b229652ab6bdf2affcaef38773b4b7d08725f10cdb93482fdcc54e
    dcee91eca4166b2a7c6265ef0ce2bd7051b7cef945babd47ee6d01fbd0013c674aa79cb398495279
    16ce301c66ea7ce8b80682786ad60f98f7e78a19ca69eff5c57400e3b3a0ad66ce0978214d13baf4
    e9ac60752f7b155e2de4dce3
  secp256k1 sha1 sample
    432d36ad7c15f289d193d233332b4192ec52182354661263962826d8d53bc7e8eb08245738bc9f49
    419a4ee58ebeb045a7824a61c7cdce7007ec2c490ecfb34b
  secp256k1 sha1 test
    5a218c384e45f833f32d8b1db49b4300b786d6c39da00c59427287a72d186935f7722f896a737b0b
    4397a5074c67f6154b063d58b58e4628322716e974ceaf40
  secp256k1 sha256 sample
    432310e32cb80eb6503a26ce83cc165c783b870845fb8aad6d970889fcd7a6c8530128b6b81c5488
    74a6305d93ed071ca6e05074d85863d4056ce89b02bfab69
  secp256k1 sha256 test
    f2adcea7139057be6409855ee96d008e0e5b5f532333ec17448e26a36f47bcb2570c9d342779b40f
    513c0d75cbf93e3f3de7b01f6593f17bfc2ee87151414d64
  secp256k1 sha384 sample
    16217648fc2ab9e82f4bc6304d6f7ae0e3c5728f75786ba13f258cf02d971d44899372870c089823
    44e4392ed218220e0b01e96f18425a2a4f2f74b0f6f57abc
  secp256k1 sha384 test
    ca8d3aca176ffa260e78ada8736ec9edd2a49d1a1c6686358120812145a7020fb6ce10567bdd40bd
    eb48ebcf87b1f82ee3a0ea15faa7513fb815ad7403873a7e
  secp256k1 sha512 sample
    12af6086a07a3347920ddb0c997918077fa90ec44ad7939e051d9c76f010b0ef00559f7289748a2c
    6ebe6501f2bef64e5ce94ff89c90b0db22f5e3e01f88cc04
  secp256k1 sha512 test
    2aaed0e23c13f46adff7820b5c61f2692645aa9fadceb3d05297a2d33790dd5a9b24785eeaffef0b
    188a3d0b65b6322495b0311fcc90fef5331aeb5b10aaa6e4
  """

private struct Vector {
  let curve: EllipticCurve
  let digest: Digest
  let message: String
  var signature = ""

  static let all: [Vector] = {
    var found: [Vector] = []
    for line in vectors.split(separator: "\n") {
      if line.hasPrefix("  ") {
        found[found.count - 1].signature += line.drop { $0 == " " }
      } else {
        let words = line.split(separator: " ")
        guard let curve = EllipticCurve.allCases.first(where: { "\($0)" == words[0] }),
          let digest = Digest.allCases.first(where: { "\($0)" == words[1] })
        else { continue }
        found.append(Vector(curve: curve, digest: digest, message: String(words[2])))
      }
    }
    return found
  }()

  var secret: [UInt8] {
    switch curve {
    case .p256, .secp256k1:
      bytes(hex: "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721")
    case .p384:
      bytes(
        hex: "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D8"
          + "96D5724E4C70A825F872C9EA60D2EDF5")
    case .p521:
      bytes(
        hex: "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA8"
          + "96EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538")
    }
  }
}

struct DeterministicSignatureTests {
  @Test func `every vector of RFC 6979 is re-created byte for byte`() throws {
    #expect(Vector.all.count == 32)
    for vector in Vector.all {
      let key = try KeyPair(.elliptic(vector.curve, scalar: vector.secret))
      let signature = try key.signECDSA(Array(vector.message.utf8), with: vector.digest)
      #expect(hex(signature) == vector.signature, "\(vector.curve) \(vector.digest)")
      let verified = key.publicKey.verifies(
        signature, of: Array(vector.message.utf8), by: .ecdsa(vector.digest))
      #expect(verified, "\(vector.curve) \(vector.digest)")
    }
  }

  @Test func `the public point of RFC 6979 follows from its secret`() throws {
    let key = try KeyPair(.elliptic(.p256, scalar: Vector.all[0].secret))
    let x = bytes(hex: "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6")
    let y = bytes(hex: "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299")
    #expect(try key.publicKey.components == .elliptic(.p256, x: x, y: y))
  }

  @Test func `nonces asked for in a row differ`() throws {
    let secret = Vector.all[0].secret
    let message = Array("sample".utf8)
    let first = try KeyPair(.elliptic(.p256, scalar: secret)).signECDSA(message, with: .sha256)
    let again = try KeyPair(.elliptic(.p256, scalar: secret)).signECDSA(message, with: .sha256)
    let other = try KeyPair(.elliptic(.p256, scalar: secret)).signECDSA(
      message + [0], with: .sha256)
    #expect(first == again)
    #expect(first.prefix(32) != other.prefix(32))
  }

  @Test(arguments: EllipticCurve.allCases)
  func `a scalar of zero or beyond the order is no key`(curve: EllipticCurve) {
    for byte in [UInt8(0), 0xff] {
      let scalar = [UInt8](repeating: byte, count: curve.byteCount)
      #expect(throws: CryptographyError.self) {
        try KeyPair(.elliptic(curve, scalar: scalar))
      }
    }
  }

  @Test func `a signature of zeros, of the order, or one byte short is refused`() throws {
    let key = try KeyPair(.elliptic(.p256, scalar: Vector.all[0].secret)).publicKey
    let message = Array("sample".utf8)
    let order = bytes(hex: "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")
    let zeros = [UInt8](repeating: 0, count: 32)
    for signature in [
      zeros + zeros, order + order, zeros + order, Array((zeros + zeros).dropLast()),
    ] {
      #expect(!key.verifies(signature, of: message, by: .ecdsa(.sha256)))
    }
  }
}
