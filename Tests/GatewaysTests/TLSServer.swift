import Foundation

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
    let making = Process()
    making.executableURL = URL(fileURLWithPath: command)
    making.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-keyout", key, "-out", certificate, "-subj", "/CN=authscope test", "-days", "2",
      "-addext", "subjectAltName=\(name)",
    ]
    making.standardError = FileHandle.nullDevice
    try making.run()
    making.waitUntilExit()

    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", key,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = Pipe()
    try process.run()
    port = Self.port(from: output.fileHandleForReading)
  }

  deinit {
    // A child inherits what its parent's thread had blocked, SIGTERM among it.
    _ = kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  /// s_server says `ACCEPT 127.0.0.1:40123` once it listens; zero when it ends before.
  private static func port(from output: FileHandle) -> Int {
    var text = ""
    while true {
      let data = output.availableData
      guard !data.isEmpty else { return 0 }
      text += String(decoding: data, as: UTF8.self)
      if let match = text.firstMatch(of: /ACCEPT [0-9.]+:(\d+)\s/) { return Int(match.1) ?? 0 }
    }
  }
}
