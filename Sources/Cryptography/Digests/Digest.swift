internal import COpenSSL

/// A hash function (FIPS 180-4). SHA-1 is here to be recognised (`x5t`, old tokens), not to sign.
package enum Digest: Int, Hashable, Sendable, CaseIterable {
  case sha1
  case sha256
  case sha384
  case sha512

  /// The length of the hash in bytes.
  package var byteCount: Int {
    switch self {
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// The hash's input block in bytes.
  package var blockByteCount: Int {
    switch self {
    case .sha1, .sha256: 64
    case .sha384, .sha512: 128
    }
  }

  package var name: String {
    switch self {
    case .sha1: "SHA-1"
    case .sha256: "SHA-256"
    case .sha384: "SHA-384"
    case .sha512: "SHA-512"
    }
  }

  package func hash(_ message: some ByteBuffer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { output, written in
      hash(message, into: output)
      written = byteCount
    }
  }

  /// Writes the hash where there is room for it.
  func hash(_ message: some ByteBuffer, into output: UnsafeMutableBufferPointer<UInt8>) {
    let rc = message.withBytes { EVP_Digest($0, $1, output.baseAddress, nil, algorithm, nil) }
    precondition(rc == 1, "libcrypto could not hash")
  }

  /// libcrypto's table for the function, looked up once: a look-up costs as much as a hash.
  var algorithm: OpaquePointer { FetchedDigests.shared.tables[rawValue] }
}

/// The fetched tables of all digests; they live as long as the process.
private final class FetchedDigests: @unchecked Sendable {
  static let shared = FetchedDigests()
  let tables = Digest.allCases.map { allocated(EVP_MD_fetch(nil, $0.name, nil)) }
}
