#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The wall clock and the zone of whoever runs the program.
enum Clock {
  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// Minutes east of Greenwich here at that moment, summer time counted.
  static func offset(at seconds: Int64) -> Int {
    var moment = time_t(seconds)
    var local = tm()
    guard localtime_r(&moment, &local) != nil else { return 0 }
    return local.tm_gmtoff / 60
  }
}
