import Trace

/// How long a copied credential outlives the sign-out, found by trying.
enum RevocationTime {
  /// How many seconds after the sign-out it is refused for the first time; 0 for at once.
  static func seconds(of mechanism: Mechanism, _ load: ComparedLoad) -> Int {
    var alone = load
    alone.users = 1
    let visit = LoadScenario(mechanism: mechanism, load: alone)
    let works = { (seconds: Int) -> Bool in
      let trace = play(visit.replay(after: seconds))
      guard let step = trace.lastStep(named: "replay") else { return false }
      return LoadReading.status(of: trace, step: step) == 200
    }
    guard works(0) else { return 0 }
    // It works at `low` and no more at `high`: whoever lives forever would be found out here.
    var (low, high) = (0, load.lifetime + 1)
    guard !works(high) else { return high + 1 }
    while low + 1 < high {
      let middle = (low + high) / 2
      if works(middle) { low = middle } else { high = middle }
    }
    // The step that tries it takes a second of its own.
    return high + 1
  }
}
