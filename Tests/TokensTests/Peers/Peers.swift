import Foundation
import Wire

/// Independent implementations, driven through Python: `AUTHSCOPE_PYTHON`, or the `python3` that
/// has one of them.
enum Peers {
  struct Answer {
    let index: Int
    let library: String
    /// Why the library refused our token, accepted an altered one, or made none of its own.
    let error: String?
    let token: String?
  }

  /// What the installed libraries say to the cases; nil, and a word about it, when there are none.
  static func answers(to cases: [JSONValue]) throws -> [Answer]? {
    let named = ProcessInfo.processInfo.environment["AUTHSCOPE_PYTHON"]
    let input = JSONValue.array(cases).text()
    var libraries: [String] = []
    var answers: [Answer] = []
    // A Python of the user's own often hides the one that the system's packages belong to.
    for interpreter in named.map({ [$0] }) ?? ["python3", "/usr/bin/python3"] {
      guard let report = try run([interpreter, script] + libraries, input) else { continue }
      libraries += report["libraries"]?.array?.compactMap(\.string) ?? []
      answers += report["answers"]?.array?.compactMap(answer) ?? []
    }
    guard libraries.isEmpty else {
      print("other implementations: \(libraries.joined(separator: ", "))")
      return answers
    }
    print(
      "skipped: no Python with jwcrypto, joserfc or PyJWT to check against (AUTHSCOPE_PYTHON names "
        + "an interpreter)")
    return nil
  }

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "peers.py").path

  private static func answer(_ json: JSONValue) -> Answer? {
    guard let index = json["case"]?.integer, let library = json["library"]?.string else {
      return nil
    }
    return Answer(
      index: Int(index), library: library, error: json["error"]?.string,
      token: json["token"]?.string)
  }

  private static func run(_ arguments: [String], _ input: String) throws -> JSONValue? {
    let source = FileManager.default.temporaryDirectory.appending(
      path: "authscope-" + UUID().uuidString)
    try Data(input.utf8).write(to: source)
    defer { try? FileManager.default.removeItem(at: source) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: source)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? try JSONValue.parse([UInt8](bytes)) : nil
  }
}
