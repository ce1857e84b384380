import ScenarioFiles

/// The file in which a reader sets how the explorer looks and which keys it has.
struct ConfigurationFile {
  private static let sizeLimit = 1 << 20

  let path: String

  /// Nil where there is no home.
  init?() {
    guard let folder = Environment.configurationFolder else { return nil }
    path = folder + "/config.yaml"
  }

  init(path: String) { self.path = path }

  var exists: Bool { FileSystem.exists(path) }

  func read() throws(Failure) -> ConfigurationReading {
    let bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
    return ConfigurationReader(.explorer).read(bytes, file: path)
  }
}
