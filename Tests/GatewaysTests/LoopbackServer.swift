#if canImport(Glibc)
  import Glibc

  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin

  private let streamType = SOCK_STREAM
#endif
import Foundation

/// A server on this machine that answers every connection with the same bytes, whatever was asked.
struct LoopbackServer {
  private let listener: Int32
  private let answer: [UInt8]?

  /// Serves while `body` runs; afterwards the port refuses connections. Without an answer the server
  /// takes the request and says nothing.
  @discardableResult
  static func answering<T, E>(_ answer: String?, _ body: (Int) throws(E) -> T) throws(E) -> T {
    signal(SIGPIPE, SIG_IGN)
    let listener = socket(AF_INET, streamType, 0)
    let port = bindToFreePort(listener)
    let server = LoopbackServer(listener: listener, answer: answer.map { Array($0.utf8) })
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      server.serve()
      ended.signal()
    }
    defer {
      _ = shutdown(listener, Int32(SHUT_RDWR))
      ended.wait()
      _ = close(listener)
    }
    return try body(port)
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

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      readRequest(connection)
      if let answer { write(answer, to: connection) }
      // Waits until the client has had enough: a close with bytes unread would cut the answer off.
      var rest = [UInt8](repeating: 0, count: 256)
      while read(connection, &rest, rest.count) > 0 {}
      _ = close(connection)
    }
  }

  private func write(_ answer: [UInt8], to connection: Int32) {
    var rest = answer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
    _ = shutdown(connection, Int32(SHUT_WR))
  }

  /// Up to the blank line, or the first bytes of what is no HTTP; nobody here sends a body.
  private func readRequest(_ connection: Int32) {
    var request: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = read(connection, &part, part.count)
      guard count > 0 else { return }
      request += part.prefix(count)
      guard request.starts(with: "GET ".utf8) else { return }
    }
  }
}
