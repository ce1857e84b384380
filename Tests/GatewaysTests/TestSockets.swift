#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// TCP sockets on 127.0.0.1.
enum TestSockets {
  struct Failed: Error {
    let code: Int32
  }

  static func socket() throws -> Int32 {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = systemSocket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw Failed(code: errno) }
    return descriptor
  }

  private static func systemSocket(_ family: Int32, _ kind: Int32, _ protocolNumber: Int32)
    -> Int32
  {
    #if canImport(Glibc)
      Glibc.socket(family, kind, protocolNumber)
    #else
      Darwin.socket(family, kind, protocolNumber)
    #endif
  }

  /// Binds to the port, or with zero to one that is free, and gives its number.
  static func bind(_ descriptor: Int32, port: Int) throws -> Int {
    var address = self.address(port: port)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let done = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        #if canImport(Glibc)
          Glibc.bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
        #else
          Darwin.bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
        #endif
      }
    }
    guard done else { throw Failed(code: errno) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  static func connects(_ descriptor: Int32, port: Int) -> Bool {
    var address = self.address(port: port)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func address(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
