import Ledger
import Trace
import Wire

/// What the people of a scenario do who attack nobody: a defence under which that does not work any
/// more has stopped more than the attack.
///
/// Every sign-in is there once more at the end, by a click on a page of the app itself and with
/// nothing typed: whoever is signed in at the provider stays signed in.
struct HonestUse {
  private let scenario: Scenario
  private let baseline: String?
  /// What comes of each step where it works in the defended world as it does in the other.
  private let usual: [String: Outcome]

  /// Where a step has ended, told apart by what a person would notice.
  private struct Outcome: Hashable {
    let status: String?
    let server: String?
    let place: String?
  }

  /// Nil for an attack in which nobody does anything honest.
  init?(_ scenario: Scenario) {
    baseline = scenario.attack?.baseline
    let honest = HonestSteps(scenario, baseline: baseline)
    guard !honest.steps.isEmpty else { return nil }
    var reduced = scenario
    reduced.steps = honest.steps
    self.scenario = reduced
    let defended = Self.outcomes(reduced, RunInputs(), of: honest.compared)
    let open = Self.outcomes(
      reduced, RunInputs(variant: baseline, settings: AttackMatrix.settings(only: [])),
      of: honest.compared)
    usual = defended.filter { open[$0.key] == $0.value }
    if usual.isEmpty { return nil }
  }

  func isBroken(by settings: [Setting]) -> Bool {
    let inputs = RunInputs(variant: baseline, settings: settings)
    return Self.outcomes(scenario, inputs, of: Array(usual.keys)) != usual
  }

  private static func outcomes(
    _ scenario: Scenario, _ inputs: RunInputs, of steps: [String]
  ) -> [String: Outcome] {
    let run = Run(scenario, inputs)
    while run.advance() {}
    let judge = Judge(run.trace)
    var out: [String: Outcome] = [:]
    for name in steps {
      guard let index = run.trace.lastStep(named: name) else { continue }
      let location = judge.value(of: .location, atStep: index)
      out[name] = Outcome(
        status: judge.value(of: .status, atStep: index),
        server: judge.value(of: .servedBy, atStep: index).map { String($0.prefix { $0 != "#" }) },
        place: location.map { String($0.prefix { $0 != "?" }) })
    }
    return out
  }
}

/// The steps of a scenario that nobody attacks with.
private struct HonestSteps {
  private(set) var steps: [Step] = []
  /// Those whose outcome is to be looked at.
  private(set) var compared: [String] = []
  private let scenario: Scenario
  private let baseline: Variant?
  private var captures: Set<String> = []

  init(_ scenario: Scenario, baseline: String?) {
    self.scenario = scenario
    self.baseline = baseline.flatMap { scenario.variant(named: $0) }
    for step in scenario.steps { take(step) }
    for step in steps { repeatSignIn(step) }
  }

  private mutating func take(_ step: Step) {
    switch step.action {
    case .wait, .set: steps.append(step)
    case .request(let request):
      guard isHonest(request.client, from: request.from), has(templates(of: request)),
        isMeant(step)
      else { return }
      add(step, captures: request.captures)
    case .deliver(let delivery):
      guard isHonest(delivery.to, from: delivery.from), has([delivery.link]), isMeant(step) else {
        return
      }
      add(step, captures: delivery.captures)
    case .run(let script):
      guard isHonest(script.client, from: script.page), isMeant(step) else { return }
      guard case .fetch(let fetch) = script.act else {
        steps.append(step)
        return
      }
      let used =
        [fetch.url] + [fetch.bearer].compactMap(\.self) + (fetch.form + fetch.headers).map(\.value)
      if has(used) { add(step, captures: fetch.captures) }
    case .steal, .tamper, .forge, .predict, .repeat, .note: return
    }
  }

  private mutating func add(_ step: Step, captures new: [Capture]) {
    steps.append(step)
    compared.append(step.id)
    captures.formUnion(new.map(\.name))
  }

  /// Not by an attacker, and not from a page of somebody else.
  private func isHonest(_ client: Int, from page: String?) -> Bool {
    guard !scenario.world.clients[client].attacker else { return false }
    guard let origin = page.flatMap({ WireURL($0) })?.origin else { return true }
    return scenario.world.servers.contains {
      $0.origin.origin == origin && $0.role != .attacker && $0.role != .site
    }
  }

  /// What goes well in the defended world, and in the world of the attack no other way: where they
  /// differ, the step is a part of the attack.
  private func isMeant(_ step: Step) -> Bool {
    let base = statuses(step.expect)
    guard base.allSatisfy({ $0.first != "4" && $0.first != "5" }) else { return false }
    guard let other = baseline?.expect.first(where: { $0.step == step.id }) else { return true }
    return statuses(other.expectations) == base
  }

  private func statuses(_ list: [Expectation]) -> [String] {
    list.compactMap { expectation in
      guard expectation.subject.field == .status, case .equals(let text) = expectation.comparison
      else { return nil }
      return text
    }
  }

  private func templates(of request: RequestStep) -> [Template] {
    [request.url] + [request.bearer].compactMap(\.self)
      + (request.form + request.cookies + request.headers + request.fill).map(\.value)
  }

  private func has(_ templates: [Template]) -> Bool {
    templates.flatMap(\.captures).allSatisfy(captures.contains)
  }

  private mutating func repeatSignIn(_ step: Step) {
    guard case .request(var request) = step.action, request.follow == .all, !request.fill.isEmpty,
      request.method == "GET", case .text(let text) = request.url.parts[0],
      let url = WireURL(text), !url.host.isEmpty
    else { return }
    request.fill = []
    request.captures = []
    request.from = url.origin + "/"
    let again = Step(id: step.id + "-again", action: .request(request))
    steps.append(again)
    compared.append(again.id)
  }
}
