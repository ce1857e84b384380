#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The most memory that this process has held at one time.
enum PeakMemory {
  static var mebibytes: Int {
    var usage = rusage()
    #if canImport(Glibc)
      let isKnown = getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
      let unit = 1024
    #else
      let isKnown = getrusage(RUSAGE_SELF, &usage) == 0
      let unit = 1
    #endif
    return isKnown ? (Int(usage.ru_maxrss) * unit) >> 20 : 0
  }
}
