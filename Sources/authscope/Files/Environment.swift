#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The process's environment: the only place that reads it.
enum Environment {
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// `$XDG_STATE_HOME/authscope`: progress and journals.
  static var stateFolder: String? {
    if let base = Self["XDG_STATE_HOME"] { return base + "/authscope" }
    return Self["HOME"].map { $0 + "/.local/state/authscope" }
  }

  /// `$XDG_CONFIG_HOME/authscope`: the configuration.
  static var configurationFolder: String? {
    if let base = Self["XDG_CONFIG_HOME"] { return base + "/authscope" }
    return Self["HOME"].map { $0 + "/.config/authscope" }
  }

  /// The program's own file, links followed.
  static var executable: String? {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments[0], nil)
    else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The folder of the scenarios: where `AUTHSCOPE_SCENARIOS` says, beside the program's source, or
  /// where an installation puts them.
  static func scenarioFolder() throws(Failure) -> String {
    if let named = Self["AUTHSCOPE_SCENARIOS"] {
      guard FileSystem.isFolder(named) else {
        throw Failure("AUTHSCOPE_SCENARIOS names \(named), which is no folder")
      }
      return named
    }
    var folder = executable ?? "."
    for _ in 0..<6 {
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
      for candidate in [folder + "/scenarios", folder + "/share/authscope/scenarios"]
      where FileSystem.isFile(candidate + "/course.yaml") { return candidate }
    }
    throw Failure("no scenarios were found beside the program; name them by AUTHSCOPE_SCENARIOS")
  }
}
