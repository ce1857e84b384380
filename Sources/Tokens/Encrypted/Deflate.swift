internal import CZlib

/// Raw DEFLATE (RFC 1951), which is what `zip: DEF` means (RFC 7516 4.1.3).
enum Deflate {
  enum Failure: Error, Hashable {
    case notDeflate
    /// The output would pass the limit: a bomb, or a limit too low.
    case tooLarge(limit: Int)
  }

  static func compress(_ input: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let rc = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY,
      ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(rc == Z_OK, "zlib could not start")
    defer { deflateEnd(&stream) }
    var input = input
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
    let capacity = output.count
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib could not finish")
        return capacity - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(written))
  }

  /// Stops at the limit, so that a bomb costs no more memory than an honest text.
  static func decompress(_ input: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    let rc = inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(rc == Z_OK, "zlib could not start")
    defer { inflateEnd(&stream) }
    var input = input
    // One byte more than allowed tells a text of exactly the limit from a longer one.
    var output = [UInt8](repeating: 0, count: limit + 1)
    var status = Z_OK
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        status = inflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    guard written <= limit else { throw .tooLarge(limit: limit) }
    guard status == Z_STREAM_END, stream.avail_in == 0 else { throw .notDeflate }
    return Array(output.prefix(written))
  }
}
