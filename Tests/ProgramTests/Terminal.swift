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
      let output = try Sink()
      let process = Process()
      process.executableURL = URL(filePath: script)
      process.arguments = ["-qec", quoted.joined(separator: " "), "/dev/null"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output.handle
      try process.run()
      process.waitUntilExit()
      return try output.text()
    #else
      print("skipped: the terminal is made in Linux's way")
      return nil
    #endif
  }
}
