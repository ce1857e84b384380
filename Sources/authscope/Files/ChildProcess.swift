#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs another program that takes its input and says nothing.
enum ChildProcess {
  /// How long it may take, in steps of ten milliseconds.
  private static let patience = 200

  static func run(_ words: [String], input: [UInt8]) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure(reason()) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // It may well end without reading: that is no reason for a signal here.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let child: pid_t
    do throws(Failure) {
      child = try start(words, reading: ends[0])
    } catch {
      for end in ends { _ = close(end) }
      throw error
    }
    _ = close(ends[0])
    // Whoever does not read cannot make this wait for ever.
    _ = fcntl(ends[1], F_SETFL, fcntl(ends[1], F_GETFL) | O_NONBLOCK)
    try finish(child, words[0], rest: input[...], to: ends[1])
  }

  private static func start(_ words: [String], reading end: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, end, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let strings = words.map { strdup($0) } + [nil]
    defer { strings.forEach { free($0) } }
    var child = pid_t()
    let code = posix_spawn(&child, words[0], &actions, nil, strings, environ)
    guard code == 0 else { throw Failure("\(words[0]): \(String(cString: strerror(code)))") }
    return child
  }

  private static func finish(
    _ child: pid_t, _ name: String, rest: ArraySlice<UInt8>, to end: Int32
  ) throws(Failure) {
    var rest = rest
    var isOpen = true
    var status: Int32 = 0
    for _ in 0..<patience {
      while isOpen {
        let count = rest.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) }
        if count < 0, errno == EAGAIN { break }
        if count < 0 || rest.isEmpty {
          _ = close(end)
          isOpen = false
        }
      }
      if waitpid(child, &status, WNOHANG) == child {
        if isOpen { _ = close(end) }
        guard status == 0 else { throw Failure("\(name) failed.") }
        return
      }
      usleep(10_000)
    }
    if isOpen { _ = close(end) }
    kill(child, SIGKILL)
    _ = waitpid(child, &status, 0)
    throw Failure("\(name) did not end.")
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
