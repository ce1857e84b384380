/// The fault of CVE-2017-15361.
enum ROCA {
  /// Whether the modulus has the shape that the faulty generator gave its primes: modulo every
  /// small prime it is a power of 65537. A random modulus passes for one with a chance below 2 to
  /// the -150.
  static func fingerprints(_ key: NativeKey) -> Bool {
    guard case .rsa = key.kind, let modulus = try? key.number(ParameterName.modulus) else {
      return false
    }
    return fingerprints(modulus)
  }

  /// For each odd prime up to 167, the powers of 65537 modulo it.
  private static let subgroups: [(prime: Int, members: Set<Int>)] = primes.map { prime in
    var members: Set<Int> = []
    var power = 1
    while members.insert(power).inserted { power = power * 65537 % prime }
    return (prime, members)
  }

  private static let primes = (3...167).filter { candidate in
    !(2..<candidate).contains { candidate.isMultiple(of: $0) }
  }

  private static func fingerprints(_ modulus: [UInt8]) -> Bool {
    subgroups.allSatisfy { subgroup in
      let remainder = modulus.reduce(0) { ($0 << 8 | Int($1)) % subgroup.prime }
      return subgroup.members.contains(remainder)
    }
  }
}
