import Ledger

/// What a line may refer to: how many parties, stores and secrets there are, and the known checks.
struct LineLimits {
  var parties = 0
  var stores = 0
  var secrets = 0
  var steps = 0
  var checks: [CheckInfo] = []
}

/// Numbers checks in the order in which a run first names them.
struct CheckTable {
  private var numbers: [CheckInfo: Int] = [:]
  /// Those that were named since the last line.
  private(set) var fresh: [CheckInfo] = []

  mutating func number(of check: CheckInfo) -> Int {
    if let known = numbers[check] { return known }
    let number = numbers.count
    numbers[check] = number
    fresh.append(check)
    return number
  }

  mutating func takeFresh() -> [CheckInfo] {
    defer { fresh = [] }
    return fresh
  }
}
