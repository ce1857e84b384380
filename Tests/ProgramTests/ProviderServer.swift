import Foundation

#if canImport(Glibc)
  import Glibc

  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin

  private let streamType = SOCK_STREAM
#endif

/// A provider on this machine: documents by path, and what was asked for.
final class ProviderServer: @unchecked Sendable {
  private let listener: Int32
  private let ended = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  private var answers: [String: String] = [:]
  private var seen: [String] = []
  let port: Int

  init() {
    signal(SIGPIPE, SIG_IGN)
    listener = socket(AF_INET, streamType, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && getsockname(listener, $0, &length) == 0
          && listen(listener, 8) == 0
      }
    }
    precondition(isListening, "no port is free on this machine")
    port = Int(UInt16(bigEndian: address.sin_port))
    let ended = ended
    Thread.detachNewThread { [unowned self] in
      serve()
      ended.signal()
    }
  }

  deinit { stop() }

  private var isStopped = false

  /// Closes the port; nobody answers there any more.
  func stop() {
    guard !isStopped else { return }
    isStopped = true
    _ = shutdown(listener, Int32(SHUT_RDWR))
    ended.wait()
    _ = close(listener)
  }

  var origin: String { "http://127.0.0.1:\(port)" }

  /// What was asked for, in order.
  var requests: [String] { lock.withLock { seen } }

  func answer(_ path: String, _ body: String, status: String = "200 OK", fields: String = "") {
    let head = "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n"
    lock.withLock { answers[path] = head + body }
  }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      let request = request(connection)
      let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      let answer = lock.withLock {
        seen.append(path)
        return answers[path] ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
      }
      var rest = Array(answer.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
        if count <= 0 { break }
        rest = rest.dropFirst(count)
      }
      _ = shutdown(connection, Int32(SHUT_WR))
      // A close with bytes unread would cut the answer off.
      var part = [UInt8](repeating: 0, count: 256)
      while read(connection, &part, part.count) > 0 {}
      _ = close(connection)
    }
  }

  private func request(_ connection: Int32) -> String {
    var request: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = read(connection, &part, part.count)
      guard count > 0 else { break }
      request += part.prefix(count)
    }
    return String(decoding: request, as: UTF8.self)
  }
}
