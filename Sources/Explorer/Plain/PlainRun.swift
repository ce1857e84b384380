import CellUI
import Ledger
import Simulation
import Trace

/// A run as numbered lines, for screen readers, pipes and logs: the content of the run screen
/// without the screen.
package struct PlainRun {
  private let scenario: Scenario
  private let model: RunModel
  private let request: RunRequest
  private var words: Wording { Wording(model: model) }

  package init(scenario: Scenario, trace: Trace, request: RunRequest) {
    self.scenario = scenario
    self.request = request
    model = RunModel(trace, decisiveStep: scenario.decisiveStep(of: trace))
  }

  package func lines() -> [String] {
    var out = head
    for index in model.moments.indices { out += lines(of: index) }
    return out + foot
  }

  private var head: [String] {
    var out = ["\(scenario.title)", "\(scenario.id), \(request.variant ?? "main"), seed \(seed)"]
    for defence in model.trace.defences {
      out.append("defence \(defence.id.text): \(defence.level) (\(defence.title))")
    }
    return out + [""]
  }

  private var seed: UInt64 { model.trace.identity.seed }

  private func lines(of index: Int) -> [String] {
    let moment = model.moments[index]
    var out: [String] = []
    if let question = model.questions[index]?.question { out += lines(of: question) }
    let step = model.trace.steps[moment.step].id
    let time = model.time(at: index).since(model.trace.start).text
    let isFirst = model.momentsOfStep[moment.step]?.lowerBound == index
    if isFirst { out.append("step \(step), t=+\(time)") }
    out.append("\(moment.number). \(words.sentence(index))\(signs(index))")
    for record in model.records(of: index) { out += details(record).map { "   \($0)" } }
    out += tokens(index).map { "   \($0)" }
    if model.endsStep(index) { out += explanation(moment.step).map { "   why: \($0)" } }
    return out
  }

  private func signs(_ index: Int) -> String {
    let marks = model.marks[index]
    var out = ""
    if marks.attack { out += " [attack]" }
    if marks.refused { out += " [refused]" }
    if marks.prize { out += " [the attack has worked]" }
    return out
  }

  /// What happened besides the message itself.
  private func details(_ record: Record) -> [String] {
    switch record.event {
    case .ledger(let it): return it.rows.map { line(of: $0) }
    case .storeRead(let it):
      return [
        "read: \(model.trace.label(of: it.store)) \(model.trace.label(of: it.key))"
          + (it.row == nil ? ", not there" : "")
      ]
    case .storeChanged(let it):
      let verb = it.after == nil ? "deleted" : it.before == nil ? "written" : "replaced"
      return ["\(verb): \(model.trace.label(of: it.store)) \(model.trace.label(of: it.key))"]
    case .omitted(let it):
      return ["not done: \(it.behaviour); it \(it.effect) (\(it.defence.text) is off)"]
    case .cookie(let it):
      return ["cookie \(it.name) \(it.fate.rawValue)" + (it.reason.isEmpty ? "" : ": \(it.reason)")]
    case .unapplied(let text): return ["note: \(text)"]
    case .sent, .received, .browserStorage, .navigated, .clockMoved, .minted, .crypto, .act,
      .settingChanged, .note:
      return []
    }
  }

  private func line(of row: LedgerRow) -> String {
    let verdict = CheckWords(row.outcome)
    let detail = verdict.short.isEmpty ? "" : ": \(verdict.short)"
    let reference = row.check.reference.isEmpty ? "" : " (\(row.check.reference))"
    return "check \(row.check.id.text) \(verdict.word == "-" ? "not reached" : verdict.word)"
      + (verdict.word == "-" ? "" : detail) + reference
  }

  private func tokens(_ index: Int) -> [String] {
    TokenFinder(model).tokens(at: index).filter { $0.moment == index }.map { found in
      let name = found.secret.map { model.trace.secret($0).name } ?? "unnamed"
      let standing = TokenStanding(model, token: found, at: index, veiled: false)
      return "token \(name), \(standing.words): header \(found.token.header.text()), claims "
        + (found.token.claims?.text() ?? "not JSON")
    }
  }

  private func explanation(_ step: Int) -> [String] {
    guard model.trace.reports.indices.contains(step) else { return [] }
    return model.trace.reports[step].explanation.filter { !$0.isEmpty }
  }

  private func lines(of question: Question) -> [String] {
    ["question: \(question.ask)"]
      + question.choices.map { "   \($0.words) (\($0.code))" }
      + ["   the run says: \(question.answerWords)"]
  }

  /// What few runs have to pay, where they do.
  private static func rarer(_ cost: Cost) -> String {
    [
      (cost.encryptions, "encryptions"), (cost.decryptions, "decryptions"),
      (cost.rounds, "rounds of hashing"), (cost.inflated, "bytes inflated"),
    ].filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
  }

  private var foot: [String] {
    let verdict =
      switch model.trace.verdict {
      case .attackWorked: "The attack worked."
      case .secure: scenario.attack == nil ? "All is as it should be." : "The attack failed."
      case .none: "The run is over."
      }
    let cost = model.costs.total
    return [
      "", "verdict: \(verdict)",
      "cost: \(cost.requests) requests, \(cost.bytes) bytes, \(cost.reads) store reads, "
        + "\(cost.writes) store writes, \(cost.signatures) signatures, "
        + "\(cost.verifications) verifications, \(cost.passwordHashes) password hashes"
        + Self.rarer(cost),
      "again: \(request.command)",
    ]
  }
}
