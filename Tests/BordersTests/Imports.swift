/// The import lines of a file, held against the map.
enum Imports {
  private static let line = Pattern(
    #"^[ \t]*(?:@\w+ +)*(?:(\w+) +)?import +(?:(?:struct|enum|class|func|protocol|var|let|typealias) +)?(\w+)"#
  )

  static func breaches(in file: SourceFile) -> [String] {
    line.matches(in: file.code).compactMap { match in
      breach(match.groups[1], access: match.groups[0], in: file.target).map {
        "\(file.path):\(match.line): \($0)"
      }
    }
  }

  private static func breach(_ module: String, access: String, in target: String) -> String? {
    if Layers.everywhere.contains(module) { return nil }
    if Layers.foundation.contains(module) {
      return Layers.mayUseFoundation.contains(target) ? nil : "\(target) must not use Foundation"
    }
    guard Layers.mayUse[target, default: []].contains(module) else {
      return "\(target) must not import \(module)"
    }
    if Layers.wrapper[module] != nil, access != "internal" {
      return "a C module is imported as `internal import \(module)`"
    }
    return nil
  }
}
