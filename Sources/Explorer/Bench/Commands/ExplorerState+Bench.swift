import CellUI
import Simulation
import Tokens
import Trace

extension ExplorerState {
  /// The bench in sight, or the one that was left last.
  var bench: BenchState? {
    get { benches.last }
    set {
      if let newValue {
        benches[benches.count - 1] = newValue
      } else {
        benches = []
      }
    }
  }

  /// A way to the bench, from wherever one is.
  mutating func openBench(by command: Command) {
    if command == .pasteToken {
      overlay = .prompt(BenchPrompt(.token))
    } else if command == .openFile {
      overlay = .prompt(BenchPrompt(.file))
    } else if command == .sampleToken {
      show(SampleToken.bench(now: now))
      notice = "Its signature is real, and of another token. 5 and j go through the checks."
    } else if screen == .run {
      openTokenOfRun()
    } else {
      enterBench()
    }
  }

  /// Puts tokens of a text on the bench: one at once, of several the chosen one.
  mutating func openTokens(in text: String, from source: BenchSource) {
    let found = TokenDecoder.tokens(in: text)
    overlay = nil
    if found.count > 1 {
      overlay = .choice(BenchChoice(.tokens(found.map(\.text), source)))
    } else if let token = found.first {
      show(token.text, from: source)
    } else if text.utf8.contains(where: { $0 > 32 }) {
      notice = "There is no token in it. One begins with eyJ and has dots in it."
    }
  }

  mutating func show(_ text: String, from source: BenchSource) {
    let subject = BenchSubject(text, from: source)
    if screen == .bench, benches.count == 1, var bench {
      bench.replace(subject)
      self.bench = bench
      notice =
        "Another token, the same key and policy. \(bench.press(.undo)) brings the one before back."
    } else {
      show(BenchState(subject, policy: BenchPolicy(clock: .machine(now))))
    }
  }

  private mutating func show(_ bench: BenchState) {
    benches = [bench]
    benches[0].zone = zone
    benches[0].keys = keys
    enterBench()
  }

  private mutating func enterBench() {
    overlay = nil
    guard screen != .bench else { return }
    benchReturn = Self.underneath(screen)
    screen = .bench
  }

  /// The screen below a help page.
  private static func underneath(_ screen: Screen) -> Screen {
    if case .help(let over, _) = screen { underneath(over) } else { screen }
  }

  /// One level up: out of a nested token, or to where one came from. The token stays on the bench.
  mutating func leaveBench() {
    if benches.count > 1 {
      benches.removeLast()
      return
    }
    benches[0].view.isRevealed = false
    screen = benchReturn == .bench ? .library : benchReturn
    notice = "The token stays on the bench until you leave the program: :token-bench."
  }

  /// Opens the token inside the one on the bench, on a bench of its own.
  mutating func openInside() {
    guard let bench, let inner = bench.model.inner else { return }
    benches.append(
      BenchState(
        BenchSubject(inner.text, from: .inside), policy: bench.policy, key: bench.key))
    benches[benches.count - 1].zone = zone
    benches[benches.count - 1].keys = keys
  }

  // From a run.

  private mutating func openTokenOfRun() {
    guard let run else { return }
    let finder = TokenFinder(run.model)
    let found = finder.tokens(at: run.position)
    let encrypted = finder.encrypted(at: run.position)
    guard !found.isEmpty || !encrypted.isEmpty else { return }
    let index = run.panes.token % (found.count + encrypted.count)
    show(
      index < found.count
        ? BenchOfRun(run).bench(found[index])
        : BenchOfRun(run).bench(encrypted[index - found.count]))
  }

  /// Why a way to the bench, or a command on it, does nothing.
  func benchReason(_ command: Command) -> String? {
    if command == .bench {
      if screen == .run, let run {
        return TokenFinder(run.model).hasToken(at: run.position)
          ? nil : "There is no token in this message. Paste one, anywhere, or go to one that has."
      }
      return benches.isEmpty ? "No token is on the bench. Paste one, or press p." : nil
    }
    guard screen == .bench, let bench else { return nil }
    return bench.reason(command)
  }
}

/// A token of a run with the rules of the server that judged it.
struct BenchOfRun {
  private let run: RunState

  init(_ run: RunState) { self.run = run }

  func bench(_ found: FoundToken) -> BenchState {
    let trace = run.model.trace
    let name = found.secret.map { trace.secret($0).name } ?? "the token"
    let clock = BenchPolicy.Clock.run(
      Int(run.model.time(at: run.position).seconds), start: Int(trace.start.seconds))
    let origin = found.secret.flatMap { trace.secret($0).derivedFrom }.map { trace.secret($0) }
    let subject = BenchSubject(
      found.token.text,
      from: .run(scenario: run.scenario.id, message: found.moment + 1, name: name),
      original: origin?.value, originalName: origin?.name ?? "\(name) as it was issued")
    guard let judgement = judgement(of: found) else {
      return BenchState(subject, policy: BenchPolicy(clock: clock))
    }
    return BenchState(
      subject, policy: BenchPolicy(judgement.policy, of: judgement.server, clock: clock),
      key: BenchKey(judgement.policy.keys, origin: "of \(judgement.server)"))
  }

  /// Without the key: the reader gives one, if any is known.
  func bench(_ found: FoundEncrypted) -> BenchState {
    let trace = run.model.trace
    let name = found.secret.map { trace.secret($0).name } ?? "the token"
    let clock = BenchPolicy.Clock.run(
      Int(run.model.time(at: run.position).seconds), start: Int(trace.start.seconds))
    let subject = BenchSubject(
      found.text, from: .run(scenario: run.scenario.id, message: found.moment + 1, name: name),
      originalName: "\(name) as it was issued")
    return BenchState(subject, policy: BenchPolicy(clock: clock))
  }

  /// How this token was judged; else how the last one was before it, or the first after it.
  private func judgement(of found: FoundToken) -> TokenJudgement? {
    let all = TokenJudgement.all(in: run.scenario, run.branch.request.inputs)
    let now = Int(run.model.time(at: run.position).seconds)
    let own = all.filter { $0.token == found.token.text }
    let candidates = own.isEmpty ? all : own
    return candidates.last { $0.now <= now } ?? candidates.first
  }
}
