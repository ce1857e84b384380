import Foundation

/// The vectors from outside, which are read where they lie and never copied.
enum Vectors {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["AUTHSCOPE_VECTORS"] {
      return URL(fileURLWithPath: path)
    }
    var checkout = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { checkout.deleteLastPathComponent() }
    return checkout.deletingLastPathComponent().appendingPathComponent("shared/vectors")
  }()

  static let json = files("json/test_parsing")
  static let cookies = exists("cookies/parser.json")

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(path))
  }

  /// Sorted names; empty when the folder is missing.
  static func files(_ path: String) -> [String] {
    let folder = folder.appendingPathComponent(path).path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }
}
