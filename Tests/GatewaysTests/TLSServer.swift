import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A TLS server on this machine with a certificate that it signed itself; made by the openssl
/// command where that is installed.
final class TLSServer {
  static let command = ["/usr/bin/openssl", "/opt/homebrew/bin/openssl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  let port: Int
  let certificate: String
  private let folder: URL
  private let process = Process()

  /// The certificate is good for the named host (`IP:127.0.0.1`, `DNS:other.test`).
  init(command: String, for name: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("authscope-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = folder.appendingPathComponent("key.pem").path
    certificate = folder.appendingPathComponent("certificate.pem").path
    let making = try Process.run(
      URL(fileURLWithPath: command),
      arguments: [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", key, "-out", certificate, "-subj", "/CN=authscope test", "-days", "2",
        "-addext", "subjectAltName=\(name)",
      ])
    making.waitUntilExit()

    port = try Self.freePort()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:\(port)", "-www", "-cert", certificate, "-key", key,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = Pipe()
    try process.run()
    try waitUntilItListens()
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private struct NotListening: Error {}

  /// s_server does not flush the line in which it names its port, so the port is chosen here.
  private static func freePort() throws -> Int {
    let socket = try TestSockets.socket()
    defer { close(socket) }
    return try TestSockets.bind(socket, port: 0)
  }

  private func waitUntilItListens() throws {
    for _ in 0..<500 {
      let socket = try TestSockets.socket()
      defer { close(socket) }
      if TestSockets.connects(socket, port: port) { return }
      usleep(10_000)
    }
    throw NotListening()
  }
}
