internal import COpenSSL

/// What signing on one curve needs beside the message: the group, its order and the secret scalar.
///
/// Deterministic ECDSA (RFC 6979) is written here over libcrypto's point and number arithmetic,
/// because libcrypto 3.0 draws a fresh nonce for every signature, and a run must repeat.
final class SigningState: @unchecked Sendable {
  let curve: EllipticCurve
  private let group: OpaquePointer
  private let order: OpaquePointer
  private let scalar: OpaquePointer
  private var secret: [UInt8]

  /// Refuses a scalar outside 1 ..< order.
  init(_ curve: EllipticCurve, secret: [UInt8]) throws(CryptographyError) {
    self.curve = curve
    self.secret = secret
    guard let group = EC_GROUP_new_by_curve_name(curve.nid) else {
      ERR_clear_error()
      throw .unsupported("\(curve.name), which this libcrypto was built without,")
    }
    self.group = group
    order = allocated(BN_dup(EC_GROUP_get0_order(group)))
    scalar = BigNumber.make(secret)
    BN_set_flags(scalar, BN_FLG_CONSTTIME)
    guard BN_is_zero(scalar) == 0, BN_cmp(scalar, order) < 0 else {
      throw .invalidKey("a private scalar outside the order of \(curve.name)")
    }
  }

  deinit {
    BN_clear_free(scalar)
    BN_free(order)
    EC_GROUP_free(group)
    secret.wipe()
  }

  /// The public point, uncompressed (SEC 1 2.3.3).
  var publicPoint: [UInt8] {
    let context = allocated(BN_CTX_new())
    let point = allocated(EC_POINT_new(group))
    defer {
      EC_POINT_free(point)
      BN_CTX_free(context)
    }
    let rc = EC_POINT_mul(group, point, scalar, nil, nil, context)
    precondition(rc == 1, "libcrypto could not multiply a point")
    let count = 1 + 2 * curve.byteCount
    return [UInt8](unsafeUninitializedCapacity: count) { output, written in
      written = EC_POINT_point2oct(
        group, point, POINT_CONVERSION_UNCOMPRESSED, output.baseAddress, count, context)
    }
  }

  /// The signature R || S of the message (RFC 6979 3.2, FIPS 186-4 6.4).
  func sign(_ message: some ByteBuffer, with digest: Digest) -> [UInt8] {
    let hash = digest.hash(message)
    var nonces = DeterministicNonces(hash, digest: digest, secret: secret, order: order)
    defer { nonces.wipe() }
    while true {
      if let signature = attempt(hash, nonce: nonces.next()) { return signature }
    }
  }

  /// Nil when the nonce gives a zero half, which asks for the next one.
  private func attempt(_ hash: [UInt8], nonce: OpaquePointer) -> [UInt8]? {
    let context = allocated(BN_CTX_new())
    let point = allocated(EC_POINT_new(group))
    BN_CTX_start(context)
    defer {
      BN_clear_free(nonce)
      EC_POINT_clear_free(point)
      BN_CTX_end(context)
      BN_CTX_free(context)
    }
    let r = allocated(BN_CTX_get(context))
    let s = allocated(BN_CTX_get(context))
    let inverse = allocated(BN_CTX_get(context))
    let z = DeterministicNonces.integer(hash, order: order)
    defer { BN_free(z) }
    BN_set_flags(nonce, BN_FLG_CONSTTIME)
    // r = (k G).x mod n; s = (z + r d) / k mod n
    let ok =
      EC_POINT_mul(group, point, nonce, nil, nil, context) == 1
      && EC_POINT_get_affine_coordinates(group, point, r, nil, context) == 1
      && BN_nnmod(r, r, order, context) == 1
      && BN_mod_mul(s, r, scalar, order, context) == 1
      && BN_mod_add(s, s, z, order, context) == 1
      && BN_mod_inverse(inverse, nonce, order, context) != nil
      && BN_mod_mul(s, s, inverse, order, context) == 1
    precondition(ok, "libcrypto could not sign")
    guard BN_is_zero(r) == 0, BN_is_zero(s) == 0 else { return nil }
    return BigNumber.bytes(r, count: curve.byteCount)
      + BigNumber.bytes(s, count: curve.byteCount)
  }
}
