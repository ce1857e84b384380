#if canImport(Glibc)
  import Glibc

  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin

  private let streamType = SOCK_STREAM
#endif
import Foundation

/// A server on this machine that answers every connection with the same bytes, whatever was asked.
final class LoopbackServer: Sendable {
  let port: Int
  private let listener: Int32

  /// Without an answer it takes the request and says nothing.
  init(_ answer: String?) {
    signal(SIGPIPE, SIG_IGN)
    let listener = socket(AF_INET, streamType, 0)
    self.listener = listener
    port = Self.bindToFreePort(listener)
    let bytes = answer.map { Array($0.utf8) }
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Self.serve(connection, bytes)
        _ = close(connection)
      }
    }
  }

  /// From here on the port refuses connections.
  func stop() { _ = shutdown(listener, Int32(SHUT_RDWR)) }

  deinit {
    stop()
    _ = close(listener)
  }

  private static func bindToFreePort(_ listener: Int32) -> Int {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && getsockname(listener, $0, &length) == 0
          && listen(listener, 8) == 0
      }
    }
    precondition(isListening, "no port is free on this machine")
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func serve(_ connection: Int32, _ answer: [UInt8]?) {
    readRequest(connection)
    guard let answer else {
      // Waits until the client has had enough.
      var byte: UInt8 = 0
      _ = read(connection, &byte, 1)
      return
    }
    var sent = 0
    while sent < answer.count {
      let count = answer[sent...].withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
    _ = shutdown(connection, Int32(SHUT_WR))
    var rest = [UInt8](repeating: 0, count: 256)
    while read(connection, &rest, rest.count) > 0 {}
  }

  /// Up to the blank line; nobody here sends a body.
  private static func readRequest(_ connection: Int32) {
    var request: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = read(connection, &part, part.count)
      guard count > 0 else { return }
      request += part.prefix(count)
    }
  }
}
