import Foundation

/// The built program with a terminal for its standard output and error, by the `script` program
/// that every Debian has.
enum Terminal {
  private static let script = "/usr/bin/script"

  /// What the terminal showed; nil where there is nothing to make one with.
  static func run(_ arguments: [String]) throws -> String? {
    #if os(Linux)
      guard FileManager.default.isExecutableFile(atPath: script) else {
        print("skipped: no \(script) to make a terminal with")
        return nil
      }
      let quoted = ([Program.executable.path] + arguments).map { "'\($0)'" }
      let output = Pipe()
      let process = Process()
      process.executableURL = URL(filePath: script)
      process.arguments = ["-qec", quoted.joined(separator: " "), "/dev/null"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      try process.run()
      let shown = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: shown, as: UTF8.self)
    #else
      print("skipped: the terminal is made in Linux's way")
      return nil
    #endif
  }
}
