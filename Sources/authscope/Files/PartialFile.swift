#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that grows beside its place and takes it when it is whole: whatever ends the program, the
/// older file of that name is untouched, and all that was appended is in `NAME.partial`.
struct PartialFile: ~Copyable {
  let path: String
  /// Where it is until it is whole.
  let partial: String
  private let descriptor: Int32

  static let ending = ".partial"

  init(_ path: String) throws(Failure) {
    self.path = path
    // One that a killed run left is somebody's: the next free name is taken.
    var name = path + Self.ending
    var number = 1
    var opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    while opened < 0, errno == EEXIST, number < 100 {
      number += 1
      name = "\(path)\(Self.ending)-\(number)"
      opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    }
    guard opened >= 0 else { throw Failure("\(path): \(Self.reason())") }
    partial = name
    descriptor = opened
  }

  deinit { _ = close(descriptor) }

  /// With one call of the system, so that a line is there or is not.
  func append(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Failure("\(path): \(Self.reason()); what was written is in \(partial)")
      }
    }
  }

  /// Takes the place; what is in it is on the disk then.
  func finish() throws(Failure) {
    guard fsync(descriptor) == 0, rename(partial, path) == 0 else {
      throw Failure("\(path): \(Self.reason()); the whole run is in \(partial)")
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
