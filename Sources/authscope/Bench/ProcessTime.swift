#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Other programs, started and waited for, with nothing between them and the system.
enum ProcessTime {
  /// The whole time of a command, again and again; nil when it cannot be started or fails.
  static func of(
    _ name: String, _ command: [String], rounds: Int, output: String = "/dev/null"
  ) -> Measurement? {
    // The first brings the files into memory.
    guard run(command, output: output) else { return nil }
    var samples: [Double] = []
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      guard run(command, output: output) else { return nil }
      samples.append(Measurement.milliseconds(since: start))
    }
    samples.sort()
    var row = Measurement(name: name, unit: "ms", samples: samples)
    row.note = "p95 \(Measurement.shown(row.p95))"
    return row
  }

  /// Whether the command ran and succeeded. Its input is empty, its errors go nowhere.
  static func run(_ command: [String], output: String) -> Bool {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
    return status == 0
  }
}
