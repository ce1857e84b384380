#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of this process alone, removed with what was written into it.
struct TemporaryFolder {
  let path: String

  init() throws(Failure) {
    var name = Array(((Environment["TMPDIR"] ?? "/tmp") + "/authscope-bench.XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else {
      throw Failure("no temporary folder: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func write(
    _ bytes: [UInt8], as name: String, isPrivate: Bool = false
  ) throws(Failure) -> String {
    let file = path + "/" + name
    try FileSystem.writeAtomically(bytes, to: file, isPrivate: isPrivate)
    return file
  }

  func remove() {
    for name in FileSystem.names(in: path) { unlink(path + "/" + name) }
    rmdir(path)
  }
}
