internal import COpenSSL

/// What a memory-hard password hash may spend (RFC 7914 section 2).
package struct ScryptCost: Hashable, Sendable {
  /// N, a power of two above 1: memory and time.
  package let n: UInt64
  /// r: the block size.
  package let r: UInt64
  /// p: independent repetitions.
  package let p: UInt64

  package init(n: UInt64, r: UInt64 = 8, p: UInt64 = 1) {
    self.n = n
    self.r = r
    self.p = p
  }

  /// Small on purpose, so that a simulated login takes no time worth noticing; not for real users.
  package static let simulation = ScryptCost(n: 16)
}

/// Turning a password into key bytes.
package enum PasswordHash {
  /// scrypt (RFC 7914); memory is capped at 256 MiB, so that a hostile cost is refused.
  package static func scrypt(
    _ password: some ByteBuffer, salt: some ByteBuffer, cost: ScryptCost, byteCount: Int = 32
  ) throws(CryptographyError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: byteCount)
    let rc = password.withUnsafeBytes { password in
      salt.withBytes { salt, saltCount in
        EVP_PBE_scrypt(
          password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt,
          saltCount, cost.n, cost.r, cost.p, 256 << 20, &output, byteCount)
      }
    }
    guard rc == 1 else {
      throw .invalidParameter("scrypt cost N \(cost.n) r \(cost.r) p \(cost.p)")
    }
    return output
  }

  /// PBKDF2 with HMAC (RFC 8018 5.2); the caller caps the iterations of strangers.
  package static func pbkdf2(
    _ password: some ByteBuffer, salt: some ByteBuffer, iterations: Int, digest: Digest,
    byteCount: Int
  ) throws(CryptographyError) -> [UInt8] {
    guard let rounds = Int32(exactly: iterations), rounds > 0 else {
      throw .invalidParameter("\(iterations) PBKDF2 iterations")
    }
    var output = [UInt8](repeating: 0, count: byteCount)
    let rc = password.withUnsafeBytes { password in
      salt.withBytes { salt, saltCount in
        PKCS5_PBKDF2_HMAC(
          password.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count), salt,
          Int32(saltCount), rounds, digest.algorithm, Int32(byteCount), &output)
      }
    }
    guard rc == 1 else { throw .invalidParameter("PBKDF2 of \(byteCount) bytes") }
    return output
  }
}
