import Ledger
import Trace

/// Where two runs of one scenario part.
enum RunDifference {
  /// The first moment of `run` that has no equal at its place in `other`; nil when they are alike.
  static func first(_ run: RunModel, from other: RunModel) -> Int? {
    for index in run.moments.indices {
      guard other.moments.indices.contains(index) else { return index }
      if fingerprint(run, index) != fingerprint(other, index) { return index }
    }
    return run.moments.count < other.moments.count ? run.lastMoment : nil
  }

  /// What a reader would see differ: the message, the stores, the jars, what was left out, and
  /// which check refused. That a check was not asked is no difference by itself.
  private static func fingerprint(_ model: RunModel, _ index: Int) -> [String] {
    let moment = model.moments[index]
    var out = ["\(moment.kind) \(moment.path) \(model.trace.steps[moment.step].id)"]
    for record in model.records(of: index) {
      out += words(record.event)
    }
    return out
  }

  private static func words(_ event: Event) -> [String] {
    switch event {
    case .sent(let it): it.request.lines() + ["\(it.instance)"]
    case .received(let it): it.response.lines()
    case .ledger(let it): it.rows.filter(\.hasFailed).map { "fails \($0.check.id.text)" }
    case .storeChanged(let it):
      ["\(it.store.index) \(it.key.text)"] + (it.after ?? []).map { "\($0.name)=\($0.value)" }
    case .omitted(let it): ["omitted \(it.behaviour)"]
    case .cookie(let it): ["\(it.fate) \(it.name) \(it.reason)"]
    case .act(let it): [it.text, it.lootValue ?? ""]
    case .note(let text), .unapplied(let text), .settingChanged(let text): [text]
    case .clockMoved(let span): ["\(span.milliseconds)"]
    case .storeRead, .browserStorage, .navigated, .minted, .crypto: []
    }
  }
}
