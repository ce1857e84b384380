#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A percentage on the terminal, for whoever waits for a long file; nowhere else.
final class ReadingProgress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var told = 0
  private let start = ContinuousClock.now

  func tell(_ percent: Int) {
    let patience = Duration.milliseconds(100)
    guard isShown, percent >= told + 5, start.duration(to: .now) > patience else { return }
    told = percent
    Output.write("\rreading: \(min(percent, 100)) %", to: STDERR_FILENO)
  }

  /// Takes the percentage away again.
  func end() { if told > 0 { Output.write("\r\u{1B}[K", to: STDERR_FILENO) } }
}
