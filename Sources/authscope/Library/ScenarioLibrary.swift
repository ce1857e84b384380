import ScenarioFiles
import Simulation
import Trace

/// A scenario with the texts that it was read from.
struct LoadedScenario {
  let scenario: Scenario
  /// The file first, then what it includes, in the order read.
  let sources: [(name: String, text: String)]
  /// Warnings; errors do not come this far.
  let diagnostics: [Diagnostic]
}

/// The scenarios on disk.
struct ScenarioLibrary {
  /// A scenario file's size, above which it is not read.
  static let sizeLimit = 1 << 20

  let folder: String

  init() throws(Failure) { folder = try Environment.scenarioFolder() }

  /// The names that scenario files may use, from the engine's own registers.
  static let vocabulary = Vocabulary.engine

  /// The ids of all scenarios, by their files: `session/login`.
  func ids() -> [String] { files(below: "").map { String($0.dropLast(".yaml".count)) } }

  private func files(below path: String) -> [String] {
    var out: [String] = []
    for name in FileSystem.names(in: folder + "/" + path) {
      let inner = path.isEmpty ? name : path + "/" + name
      if FileSystem.isFolder(folder + "/" + inner) {
        if inner != "lib" { out += files(below: inner) }
      } else if name.hasSuffix(".yaml"), !path.isEmpty {
        out.append(inner)
      }
    }
    return out
  }

  /// The file that a source names: a path, or a scenario's id.
  func file(of source: String) throws(Failure) -> String {
    if source.hasSuffix(".yaml") || source.hasSuffix(".yml") { return source }
    let path = "\(folder)/\(source).yaml"
    if FileSystem.isFile(path) { return path }
    if FileSystem.isFile(source) { return source }
    let near = Nearest.word(to: source, among: ids()).map { " Did you mean \($0)?" } ?? ""
    throw Failure("There is no scenario \(source).\(near) `authscope list` shows them all.")
  }

  /// A file that is no scenario; a scenario's id goes before a file of the same name.
  func isFileOnly(_ source: String) -> Bool {
    let isYAML = source.hasSuffix(".yaml") || source.hasSuffix(".yml")
    return !isYAML && FileSystem.isFile(source) && !FileSystem.isFile("\(folder)/\(source).yaml")
  }

  func load(_ source: String) throws(Failure) -> LoadedScenario {
    let path = try file(of: source)
    let bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
    return try Self.read(bytes, file: shown(path), included: included(_:))
  }

  /// A path as messages name it: below the scenarios' folder without the folder.
  func shown(_ path: String) -> String {
    path.hasPrefix(folder + "/") ? "scenarios/" + path.dropFirst(folder.count + 1) : path
  }

  /// Reads without judging: for those who want to see the mistakes.
  func reading(_ bytes: [UInt8], file: String) -> ScenarioReading {
    Self.reader(included(_:), SourceRecord()).read(bytes, file: file)
  }

  /// The same of a course, held against the scenarios that are there.
  func course(_ bytes: [UInt8], file: String) -> CourseReading {
    CourseReader(scenarios: ids(), variants: variants(of:)).read(bytes, file: file)
  }

  /// Nil where there is no such scenario.
  private func variants(of id: String) -> [String]? {
    let path = "\(folder)/\(id).yaml"
    guard let bytes = try? FileSystem.contents(of: path, limit: Self.sizeLimit) else { return nil }
    return HeaderReader.read(bytes, file: path)?.variants.map(\.name)
  }

  private func included(_ name: String) -> [UInt8]? {
    try? FileSystem.contents(of: folder + "/" + name, limit: Self.sizeLimit)
  }

  private static func reader(
    _ included: @escaping (String) -> [UInt8]?, _ record: SourceRecord
  ) -> ScenarioReader {
    ScenarioReader(vocabulary: vocabulary) { name in
      let bytes = included(name)
      if let bytes { record.add(name, bytes) }
      return bytes
    }
  }

  static func newer(_ file: String, _ format: Int) -> Failure {
    Failure(
      "\(file) is of format \(format); this program reads format 1. Get a newer authscope.",
      .newerFormat)
  }

  static func read(
    _ bytes: [UInt8], file: String, included: @escaping (String) -> [UInt8]?
  ) throws(Failure) -> LoadedScenario {
    let record = SourceRecord()
    record.add(file, bytes)
    let reading = reader(included, record).read(bytes, file: file)
    if let format = reading.newerFormat { throw newer(file, format) }
    guard let scenario = reading.scenario else {
      throw Failure(DiagnosticText.render(reading.diagnostics))
    }
    return LoadedScenario(
      scenario: scenario, sources: record.sources, diagnostics: reading.diagnostics)
  }
}

/// What a reader has asked for, in order.
private final class SourceRecord {
  private(set) var sources: [(name: String, text: String)] = []

  func add(_ name: String, _ bytes: [UInt8]) {
    guard !sources.contains(where: { $0.name == name }) else { return }
    sources.append((name, String(decoding: bytes, as: UTF8.self)))
  }
}
