import Simulation

/// Loads the files of `include:`, each once, in the order in which they are met.
struct Includes {
  struct Loaded {
    let file: SourceFile
    let root: Node
  }

  private static let limit = 16

  private let library: (String) -> [UInt8]?
  private var seen: Set<String> = []
  private(set) var loaded: [Loaded] = []
  /// Whether each file was found and read to its end.
  private(set) var areComplete = true

  init(_ library: @escaping (String) -> [UInt8]?) { self.library = library }

  /// `through` are the files that led here, by their paths.
  mutating func load(_ list: Node?, through: [String], _ reading: Reading) {
    for item in list?.items ?? [] {
      guard let text = item.text else { continue }
      guard let path = Self.normalised(text) else {
        areComplete = false
        reading.say(.outsideFolder(text), item)
        continue
      }
      if through.contains(path) {
        reading.say(.includeCycle(path, through: through), item)
      } else if seen.insert(path).inserted {
        load(path, item, through: through, reading)
      }
    }
  }

  private mutating func load(
    _ path: String, _ item: Node, through: [String], _ reading: Reading
  ) {
    guard seen.count <= Self.limit else { return reading.say(.tooManyIncludes, item) }
    let before = areComplete
    areComplete = false
    guard let bytes = library(path) else { return reading.say(.missingFile(path), item) }
    let outer = reading.file
    let file = SourceFile(name: path, bytes: bytes)
    guard let root = YAMLDocument.read(file, reading.report) else { return }
    reading.file = file
    defer { reading.file = outer }
    guard Format.check(root, reading) == nil else { return }
    areComplete = before
    loaded.append(Loaded(file: file, root: root))
    load(root["include"], through: through + [path], reading)
  }

  /// The path without `.` and `..`; nil when it is absolute or leaves the folder.
  static func normalised(_ path: String) -> String? {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\\") else { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
