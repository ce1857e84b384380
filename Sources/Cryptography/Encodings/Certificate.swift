internal import COpenSSL

/// What an X.509 certificate (RFC 5280) says about itself. It is read, not validated.
package struct Certificate: Sendable {
  package let subject: String
  package let issuer: String
  /// Seconds since 1970; nil when the certificate holds no date that makes sense.
  package let notBefore: Int64?
  package let notAfter: Int64?
  /// The DER, over which `x5t` and `x5t#S256` are hashes.
  package let der: [UInt8]

  /// The key that the certificate is about.
  package var publicKey: PublicKey {
    get throws(CryptographyError) { try PublicKey(der: der) }
  }

  package init(der bytes: [UInt8]) throws(CryptographyError) {
    let certificate = bytes.withBytes { start, count -> OpaquePointer? in
      var cursor: UnsafePointer<UInt8>? = start
      return d2i_X509(nil, &cursor, count)
    }
    guard let certificate else {
      ERR_clear_error()
      throw .malformedDER("CERTIFICATE")
    }
    defer { X509_free(certificate) }
    subject = Self.name(X509_get_subject_name(certificate))
    issuer = Self.name(X509_get_issuer_name(certificate))
    notBefore = Self.seconds(X509_get0_notBefore(certificate))
    notAfter = Self.seconds(X509_get0_notAfter(certificate))
    der = bytes
  }

  /// The name in RFC 2253's form, as UTF-8.
  private static func name(_ name: OpaquePointer?) -> String {
    let memory = allocated(BIO_new(BIO_s_mem()))
    defer { BIO_free(memory) }
    let flags = UInt(XN_FLAG_SEP_COMMA_PLUS | XN_FLAG_DN_REV | ASN1_STRFLGS_UTF8_CONVERT)
    guard X509_NAME_print_ex(memory, name, 0, flags) >= 0 else { return "" }
    var start: UnsafeMutablePointer<CChar>?
    let count = BIO_ctrl(memory, BIO_CTRL_INFO, 0, &start)
    guard let start, count > 0 else { return "" }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }

  private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64? {
    let epoch = allocated(ASN1_TIME_set(nil, 0))
    defer { ASN1_TIME_free(epoch) }
    var days: Int32 = 0
    var seconds: Int32 = 0
    guard ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else {
      ERR_clear_error()
      return nil
    }
    return Int64(days) * 86_400 + Int64(seconds)
  }
}
