import Foundation

/// The built program as a user runs it, with the project's own scenarios.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let error: String
    let seconds: Double
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let scenarios = root.appending(path: "scenarios").path

  /// Built beside the test bundle.
  static var executable: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = bundle.appending(path: "authscope")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return root.appending(path: ".build/debug/authscope")
  }

  static func run(
    _ arguments: String..., input: Data? = nil, environment extra: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, environment: extra)
  }

  /// `input` is what standard input holds; without it, nothing.
  static func run(
    _ arguments: [String], input: Data? = nil, environment extra: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["AUTHSCOPE_SCENARIOS"] = scenarios
    environment.merge(extra) { _, new in new }
    process.environment = environment
    let output = try Sink()
    let error = try Sink()
    process.standardOutput = output.handle
    process.standardError = error.handle
    let source = try input.map { try Source($0) }
    process.standardInput = source?.handle ?? FileHandle.nullDevice
    let start = Date()
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try output.text(), error: try error.text(),
      seconds: Date().timeIntervalSince(start))
  }
}

/// A file for a process to write to: unlike a pipe it cannot fill up.
struct Sink {
  let handle: FileHandle
  private let path: URL

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    _ = FileManager.default.createFile(atPath: path.path, contents: nil)
    handle = try FileHandle(forWritingTo: path)
  }

  func text() throws -> String {
    try handle.close()
    defer { try? FileManager.default.removeItem(at: path) }
    return String(decoding: try Data(contentsOf: path), as: UTF8.self)
  }
}

/// A file for a process to read from: it may stop reading before the end.
private final class Source {
  let handle: FileHandle
  private let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init(_ data: Data) throws {
    try data.write(to: path)
    handle = try FileHandle(forReadingFrom: path)
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(at: path)
  }
}

/// A folder that is gone when the test is over.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "authscope-" + UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ bytes: Data) throws -> String {
    let path = url.appending(path: name)
    try bytes.write(to: path)
    return path.path
  }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }
}
