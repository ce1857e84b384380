import Foundation
import ScenarioFiles
import Simulation
import Testing

/// The scenario files of the repository, each read once.
enum Library {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")

  /// Paths below the folder, sorted; parts to include and the course are no scenarios.
  static let paths: [String] = {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).filter {
      $0.hasSuffix(".yaml") && !$0.hasPrefix("lib/") && $0 != "course.yaml"
    }.sorted()
  }()

  static let readings: [(path: String, reading: ScenarioReading)] = paths.map { path in
    let reader = ScenarioReader(vocabulary: .engine, library: bytes)
    return (path, reader.read(bytes(path) ?? [], file: path))
  }

  static let scenarios: [Scenario] = readings.compactMap(\.reading.scenario)

  static let ids = scenarios.map(\.id)

  static func scenario(_ id: String) throws -> Scenario {
    try #require(scenarios.first { $0.id == id })
  }

  static func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appending(path: path))).map { Array($0) }
  }
}

extension Scenario {
  /// The scenario as it stands, then its variants.
  var worlds: [String?] { [nil] + variants.map(\.name) }

  /// What a failed test says of a world.
  func words(_ world: String?) -> String { "\(id), \(world ?? "as it stands")" }
}
