import Tokens
import Wire

/// Judges each line of a stream as a token of its own, and prints a verdict for each as it comes.
struct LineJudge {
  private let judge: TokenJudge
  private let context: VerdictContext
  private let isJSON: Bool

  private var pending = ""
  private var counts: [(word: VerdictWord, count: Int)] = []
  private var first: VerdictWord?

  init(_ judge: TokenJudge, _ context: VerdictContext, isJSON: Bool) {
    self.judge = judge
    self.context = context
    self.isJSON = isJSON
  }

  /// The exit code: ok when every line is verified, else that of the first refusal.
  mutating func run(_ descriptor: Int32, _ limits: LineOptions) throws(Failure) -> ExitCodes {
    do throws(Failure) {
      try judgeLines(descriptor, limits)
      flush()
    } catch {
      flush()
      throw error
    }
    guard !counts.isEmpty else {
      throw Failure("There is no line with a token.", .malformedToken)
    }
    Output.error(summary)
    return first?.exitCode ?? .ok
  }

  private mutating func judgeLines(
    _ descriptor: Int32, _ limits: LineOptions
  ) throws(Failure) {
    var reader = LineReader(
      descriptor, lineLimit: judge.verifier.policy.limits.token, byteLimit: limits.maxBytes)
    var number = 0
    while true {
      // What was judged is shown before more is waited for.
      if !reader.holdsLine { flush() }
      guard let line = try reader.next() else { return }
      number += 1
      guard number <= limits.maxLines else {
        throw Failure(
          "There are more than \(limits.maxLines) lines. --max-lines raises the limit.")
      }
      if !line.allSatisfy(InputText.isWhiteSpace) { judge(line, number) }
    }
  }

  private mutating func judge(_ line: [UInt8], _ number: Int) {
    let judgement = judge.judge(InputText.read(line))
    count(judgement.word)
    if isJSON {
      let value = VerdictJSON(context: context).value(judgement, line: number)
      pending += Shown.json(value, isPretty: false) + "\n"
    } else {
      pending += "\(number)  \(VerdictText(context: context).line(judgement))\n"
    }
  }

  private mutating func flush() {
    Output.write(pending, to: 1)
    pending = ""
  }

  private mutating func count(_ word: VerdictWord) {
    if word != .verified, first == nil { first = word }
    if let index = counts.firstIndex(where: { $0.word == word }) {
      counts[index].count += 1
    } else {
      counts.append((word, 1))
    }
  }

  /// "3 lines: 2 verified, 1 expired".
  private var summary: String {
    let total = counts.reduce(0) { $0 + $1.count }
    let parts = counts.map { "\($0.count) \($0.word.rawValue)" }
    return "\(total) line\(total == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
  }
}
