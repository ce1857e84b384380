extension PublicKey {
  /// Whether the modulus has the shape that a faulty generator gave its primes (CVE-2017-15361):
  /// modulo every small prime it is a power of 65537. A random modulus passes for one with a
  /// chance below 2 to the -150.
  package var hasROCAFingerprint: Bool {
    guard case .rsa = kind, let components = try? components,
      case .rsa(let modulus, _) = components
    else { return false }
    return ROCA.fingerprints(modulus)
  }
}

private enum ROCA {
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

  static func fingerprints(_ modulus: [UInt8]) -> Bool {
    subgroups.allSatisfy { subgroup in
      let remainder = modulus.reduce(0) { ($0 << 8 | Int($1)) % subgroup.prime }
      return subgroup.members.contains(remainder)
    }
  }
}
