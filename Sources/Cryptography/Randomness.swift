internal import COpenSSL

/// Where random bytes come from: the world's seeded draws in a run, the system outside one.
package protocol Randomness {
  mutating func bytes(_ count: Int) -> [UInt8]
}

/// The system's generator. Only the executable makes one: below it, randomness is handed in.
package struct SystemRandomness: Randomness {
  package init() {}

  package func bytes(_ count: Int) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: count)
    let rc = RAND_priv_bytes(&output, Int32(count))
    precondition(rc == 1, "the system gives no randomness")
    return output
  }
}
