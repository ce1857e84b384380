import Imports
import Simulation

/// HAR files on disk, read piece by piece.
enum HARFiles {
  /// A file's trace; nil where the file begins as no HAR does. Told: hundredths.
  static func read(
    _ path: String, progress: @escaping (Int) -> Void = { _ in }
  ) throws(Failure) -> HARImport.Imported? {
    // What is not there is no HAR; what else was expected says what is missing.
    guard FileSystem.exists(path) else { return nil }
    let descriptor = try FileSystem.opened(path)
    defer { FileSystem.closed(descriptor) }
    guard !FileSystem.isFolder(path) else { throw Failure("\(path): is a folder") }
    let size = max(1, FileSystem.size(of: descriptor))
    let first = try FileSystem.piece(of: descriptor, path)
    // Who calls a file so wants to hear what is wrong with it as such.
    guard HARImport.mayBe(first[...]) || path.hasSuffix(".har") else { return nil }
    var fault: Failure?
    var waiting: [UInt8]? = first
    let source: () -> [UInt8] = {
      if let piece = waiting {
        waiting = nil
        return piece
      }
      do throws(Failure) {
        return try FileSystem.piece(of: descriptor, path)
      } catch {
        fault = error
        return []
      }
    }
    let imported: HARImport.Imported
    do throws(HARError) {
      imported = try HARImport.read(source, name: path) { progress($0 * 100 / size) }
    } catch {
      throw fault ?? Failure("\(path): \(error)")
    }
    if let fault { throw fault }
    return imported
  }

  /// For commands: says on the terminal how far it has come, when that takes a while.
  static func readTelling(_ path: String) throws(Failure) -> HARImport.Imported? {
    let progress = ReadingProgress()
    defer { progress.end() }
    return try read(path) { progress.tell($0) }
  }

  /// What stands for the scenario of a file that has none.
  static func scenario(of path: String) -> Scenario {
    var scenario = Scenario()
    scenario.id = path
    scenario.title = path.split(separator: "/").last.map(String.init) ?? path
    return scenario
  }
}
