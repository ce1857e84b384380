import Tokens
import Wire

/// joserfc and PyJWT, where the Python that `AUTHSCOPE_PYTHON` names, else `python3`, has them.
struct PythonPeers {
  let rounds: Int
  private let python = Environment["AUTHSCOPE_PYTHON"] ?? "python3"

  private static let libraries = ["joserfc", "PyJWT"]

  /// What each library verifies in a second, of the very tokens that were measured before.
  func rates(
    _ cases: [VerificationCase], beside own: [Measurement]
  ) throws -> [Measurement] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var work: [JSONValue] = []
    for subject in cases {
      work.append([
        "name": .string(subject.name), "alg": .string(subject.algorithm.name),
        "token": .string(subject.token),
        "key": .object(try subject.verifyingKey.json(revealingPrivate: true)),
      ])
    }
    let input: JSONValue = [
      "rounds": .integer(rounds), "cases": .array(work),
      "iss": .string(VerificationCase.issuer), "aud": .string(VerificationCase.audience),
    ]
    let file = try folder.write(Array(input.text().utf8), as: "work.json", isPrivate: true)
    let output = folder.path + "/rates.json"
    guard ProcessTime.run([python, "-c", Self.loop, file], output: output),
      let bytes = try? FileSystem.contents(of: output, limit: 1 << 20),
      let rates = try? JSONValue.parse(bytes)
    else { return Self.libraries.map { .missing("verify by \($0)") } }
    return Self.libraries.flatMap { library in
      zip(cases, own).map { Self.row(library, $0, $1, rates) }
    }
  }

  private static func row(
    _ library: String, _ subject: VerificationCase, _ own: Measurement, _ rates: JSONValue
  ) -> Measurement {
    let name = "verify \(subject.name) by \(library)"
    guard let version = rates[library]?["version"]?.string else { return .missing(name) }
    let samples = rates[library]?[subject.name]?.array?.compactMap { $0.number?.double } ?? []
    guard !samples.isEmpty else {
      return Measurement(name: name, unit: "", samples: [], note: "not served by \(version)")
    }
    var row = Measurement(name: name, unit: "tokens/s", samples: samples.sorted())
    row.note =
      "version \(version); authscope is \(Measurement.shown(own.median / row.median)) times"
    return row
  }

  /// The whole time of a Python that verifies one token.
  func commands(token: String, pem: String) -> [Measurement] {
    let name = "the same by PyJWT"
    let command = [
      python, "-c",
      """
      import sys, jwt
      jwt.decode(open(sys.argv[1]).read(), open(sys.argv[2]).read(), algorithms=["ES256"],
                 issuer="\(VerificationCase.issuer)", audience="\(VerificationCase.audience)")
      """, token, pem,
    ]
    return [ProcessTime.of(name, command, rounds: rounds * 4) ?? .missing(name)]
  }

  /// Signature and claims, the key read once, as the loop that they are compared with.
  private static let loop = """
    import json, sys, time
    work = json.load(open(sys.argv[1]))
    out = {}

    def rates(verify):
        found = []
        for _ in range(work["rounds"]):
            count, start = 0, time.perf_counter()
            while time.perf_counter() - start < 0.2:
                for _ in range(20):
                    verify()
                count += 20
            found.append(round(count / (time.perf_counter() - start), 1))
        return found

    def measure(name, version, make):
        out[name] = {"version": version}
        for case in work["cases"]:
            try:
                verify = make(case)
                verify()
            except Exception:
                continue
            out[name][case["name"]] = rates(verify)

    try:
        import joserfc
        from joserfc import jwk, jwt as jose_jwt
        registry = jose_jwt.JWTClaimsRegistry(
            iss={"essential": True, "value": work["iss"]},
            aud={"essential": True, "value": work["aud"]}, exp={"essential": True})
        def by_joserfc(case):
            key, algorithms = jwk.import_key(case["key"]), [case["alg"]]
            def verify():
                registry.validate(jose_jwt.decode(case["token"], key, algorithms=algorithms).claims)
            return verify
        measure("joserfc", joserfc.__version__, by_joserfc)
    except ImportError:
        pass

    try:
        import jwt
        def by_pyjwt(case):
            key = jwt.PyJWK(case["key"], case["alg"]).key
            def verify():
                jwt.decode(case["token"], key, algorithms=[case["alg"]], issuer=work["iss"],
                           audience=work["aud"], options={"require": ["exp"]})
            return verify
        measure("PyJWT", jwt.__version__, by_pyjwt)
    except ImportError:
        pass

    print(json.dumps(out))
    """
}
