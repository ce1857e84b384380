import ArgumentParser
import Cryptography
import Tokens
import Wire

/// `authscope selftest`: published answers, computed again by what is installed.
struct SelfTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "selftest",
    abstract: "Compute published answers again, to see whether what is installed is right.",
    discussion: """
      Each line names a computation, where its answer stands, and whether it came out. Exit 1 when \
      one is wrong; what the installed libcrypto was built without is lacking, not wrong. \
      Example: authscope selftest --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let results = KnownAnswer.all.map { ($0, $0.result()) }
    let missing = InstalledAlgorithms.missing
    Output.line(
      json ? Shown.json(Self.report(results, missing)) : Self.text(results, missing))
    if results.contains(where: { $0.1 == .wrong }) { throw ExitCodes.failed }
  }

  private typealias Results = [(answer: KnownAnswer, result: KnownAnswer.Result)]

  private static func text(_ results: Results, _ missing: [String]) -> String {
    let width = results.map(\.answer.name.utf8.count).max() ?? 0
    let rows = results.map { answer, result in
      let name = answer.name + String(repeating: " ", count: width - answer.name.utf8.count)
      return "\(word(result))  \(name)  \(answer.reference)"
    }
    let wrong = results.count { $0.result == .wrong }
    let lacking = results.count { $0.result == .lacking }
    let verdict = wrong > 0 ? "\(wrong) WRONG" : "none wrong"
    return
      (["libcrypto  \(CryptoLibrary.version); compiled for \(CryptoLibrary.compiledFor)"]
      + rows + [
        "\(results.count) known answers: \(results.count - wrong - lacking) given, "
          + "\(lacking) lacking, \(verdict)",
        "algorithms that this libcrypto lacks: "
          + (missing.isEmpty ? "none" : missing.joined(separator: ", ")),
      ]).joined(separator: "\n")
  }

  private static func word(_ result: KnownAnswer.Result) -> String {
    switch result {
    case .given: "ok   "
    case .wrong: "WRONG"
    case .lacking: "lacks"
    }
  }

  private static func report(_ results: Results, _ missing: [String]) -> JSONValue {
    [
      "ok": .bool(!results.contains { $0.result == .wrong }),
      "libcrypto": .string(CryptoLibrary.version),
      "compiled_for": .string(CryptoLibrary.compiledFor),
      "missing": .array(missing.map { .string($0) }),
      "answers": .array(
        results.map { answer, result in
          [
            "name": .string(answer.name), "reference": .string(answer.reference),
            "result": .string(result.rawValue),
          ]
        }),
    ]
  }
}
