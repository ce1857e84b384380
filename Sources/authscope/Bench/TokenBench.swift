import Tokens
import Wire

/// Everything about the speed of tokens: verification in a loop, whole commands, and the same by
/// other programs where they are installed.
struct TokenBench {
  let rounds: Int
  let executable: String

  func rows() throws -> [Measurement] {
    let cases = try VerificationCase.all(now: Clock.now)
    var rows: [Measurement] = []
    for subject in cases { rows.append(try VerificationRate(subject, rounds: rounds).own) }
    rows += try PythonPeers(rounds: rounds).rates(cases, beside: rows)
    return try rows + commands(cases)
  }

  /// The whole time of a command that verifies one token by a public key in a file.
  private func commands(_ cases: [VerificationCase]) throws -> [Measurement] {
    guard let subject = cases.first(where: { $0.algorithm == .es256 }) else { return [] }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let token = try folder.write(Array(subject.token.utf8), as: "token.txt")
    let key = try folder.write(
      Array(try subject.verifyingKey.json().text().utf8), as: "key.jwk")
    let pem = try folder.write(Array((subject.key.publicKey?.pem ?? "").utf8), as: "key.pem")
    let count = rounds * 20
    let own = [
      ("token decode, whole process", ["token", "decode", "--file", token]),
      (
        "token verify ES256, whole process",
        [
          "token", "verify", "--file", token, "--key", key, "--alg", "ES256",
          "--iss", VerificationCase.issuer, "--aud", VerificationCase.audience,
        ]
      ),
    ]
    var rows: [Measurement] = []
    for (name, arguments) in own {
      guard let row = ProcessTime.of(name, [executable] + arguments, rounds: count) else {
        throw Failure("authscope \(arguments[0]) \(arguments[1]) failed on its own token")
      }
      rows.append(row)
    }
    let jose = "the same by jose (jws ver)"
    rows.append(
      ProcessTime.of(jose, ["jose", "jws", "ver", "-i", token, "-k", key], rounds: count)
        ?? .missing(jose))
    return rows + PythonPeers(rounds: rounds).commands(token: token, pem: pem)
  }
}

extension Measurement {
  /// A peer that cannot be measured here.
  static func missing(_ name: String) -> Measurement {
    Measurement(name: name, unit: "", samples: [], note: "not installed")
  }
}
