#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading and writing files, with sentences for what can go wrong.
enum FileSystem {
  /// The file's bytes; refused when it is larger than the limit, before any of it is read.
  static func contents(of path: String, limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Failure("\(path): \(reason())") }
    defer { _ = close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Failure("\(path): \(reason())") }
    guard info.st_mode & S_IFMT != S_IFDIR else { throw Failure("\(path): is a folder") }
    guard info.st_size <= limit else {
      throw Failure(
        "\(path): \(info.st_size) bytes are more than the \(limit) that such a file may have")
    }
    return try drain(descriptor, path, limit, expecting: Int(info.st_size))
  }

  /// All of standard input, up to the limit.
  static func standardInput(limit: Int) throws(Failure) -> [UInt8] {
    try drain(STDIN_FILENO, "standard input", limit)
  }

  static let standardInput = STDIN_FILENO

  /// A file to be read piece by piece; the caller closes it.
  static func opened(_ path: String) throws(Failure) -> Int32 {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Failure("\(path): \(reason())") }
    return descriptor
  }

  /// The next bytes of a file that is read piece by piece; none at its end.
  static func piece(
    of descriptor: Int32, _ path: String, size: Int = 1 << 20
  ) throws(Failure) -> [UInt8] {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        count = read(descriptor, buffer.baseAddress, size)
        filled = max(0, count)
      }
      if count >= 0 { return bytes }
      guard errno == EINTR else { throw Failure("\(path): \(reason())") }
    }
  }

  /// How a file begins; nothing where it cannot be read.
  static func head(of path: String) -> ArraySlice<UInt8> {
    guard isFile(path), let descriptor = try? opened(path) else { return [] }
    defer { closed(descriptor) }
    return (try? piece(of: descriptor, path, size: 256))?[...] ?? []
  }

  /// The bytes of a file that is open.
  static func size(of descriptor: Int32) -> Int {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
  }

  static func closed(_ descriptor: Int32) { _ = close(descriptor) }

  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  private static func drain(
    _ descriptor: Int32, _ path: String, _ limit: Int, expecting size: Int = 0
  ) throws(Failure) -> [UInt8] {
    var out: [UInt8] = []
    // A large file is held once, not in the copies of an array that grows.
    out.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while out.count <= limit {
      let count = systemRead(descriptor, &buffer)
      if count == 0 { return out }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure("\(path): \(reason())")
      }
      out += buffer[..<count]
    }
    throw Failure("\(path): more than the \(limit) bytes that can be read here")
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
  }

  /// Writes beside the file and renames, so that the old one is whole until the new one is.
  /// A private file is readable by its owner alone from its first byte on.
  static func writeAtomically(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false
  ) throws(Failure) {
    let temporary = "\(path).\(getpid()).part"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, isPrivate ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw Failure("\(path): \(reason())") }
    var rest = bytes[...]
    var failed = false
    while !rest.isEmpty, !failed {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failed = true }
    }
    failed = fsync(descriptor) != 0 || failed
    failed = close(descriptor) != 0 || failed
    guard !failed, rename(temporary, path) == 0 else {
      let why = reason()
      unlink(temporary)
      throw Failure("\(path): \(why); nothing was written")
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
  }

  /// Whether anything bears the name, a file or not.
  static func exists(_ path: String) -> Bool { kind(path) != nil }

  static func isFile(_ path: String) -> Bool { kind(path) == S_IFREG }
  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  static func isExecutable(_ path: String) -> Bool { isFile(path) && access(path, X_OK) == 0 }

  private static func kind(_ path: String) -> mode_t? {
    var info = stat()
    return stat(path, &info) == 0 ? info.st_mode & S_IFMT : nil
  }

  /// The names in a folder, sorted, without those that begin with a dot.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var out: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { out.append(name) }
    }
    return out.sorted()
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    var so = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      so += "/" + part
      if isFolder(so) { continue }
      guard mkdir(so, 0o755) == 0 || errno == EEXIST else {
        throw Failure("\(so): \(reason())")
      }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
