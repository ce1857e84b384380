import Foundation
import Wire

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

  /// The file as JSON; nil, and a word about it, when the vectors are not there.
  static func json(_ path: String) throws -> JSONValue? {
    let file = folder.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: file.path) else {
      print("skipped: no \(path) in \(folder.path)")
      return nil
    }
    return try JSONValue.parse([UInt8](Data(contentsOf: file)))
  }

  /// The paths of the JSON files of a folder, sorted.
  static func files(_ path: String) -> [String] {
    let folder = folder.appendingPathComponent(path).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if names.isEmpty { print("skipped: no \(path) in \(Vectors.folder.path)") }
    return names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
  }
}
