import Simulation
import Trace

extension ExplorerState {
  /// A scenario has been read: play the variant that was asked for.
  mutating func loaded(_ scenario: Scenario) -> [Effect] {
    guard let opening, opening.id == scenario.id else { return [] }
    if let world = opening.world {
      self.opening = nil
      return open(scenario, in: world)
    }
    let variant = opening.variant ?? scenario.opens
    pending = PendingRun(scenario: scenario, message: opening.message)
    self.opening = nil
    return [
      .run(
        RunRequest(
          scenario: scenario.id, variant: variant, settings: opening.settings, seed: opening.seed))
    ]
  }

  /// A run has come: the first of a scenario, or a what-if beside it.
  mutating func ran(_ request: RunRequest, _ trace: Trace) -> [Effect] {
    var effects: [Effect] = []
    if let pending, pending.scenario.id == request.scenario {
      self.pending = nil
      begin(pending, request, trace)
    } else if run?.scenario.id == request.scenario {
      effects = addBranch(request, trace)
      compareIfAsked(request)
    }
    arriveFromMatrix(request)
    return effects
  }

  private mutating func begin(_ pending: PendingRun, _ request: RunRequest, _ trace: Trace) {
    let scenario = pending.scenario
    let model = RunModel(trace, decisiveStep: scenario.decisiveStep(of: trace))
    let branch = Branch(
      name: request.variant ?? "main", request: request, model: model, parent: nil,
      change: pendingWorld?.words,
      difference: nil, furthest: 0)
    var run = RunState(
      scenario: scenario, entry: library.course.entry(scenario.id), first: branch)
    run.take(settings)
    if run.entry?.lesson == 1, !progress.tourSeen { run.tour = Tour() }
    if let message = pending.message { run.jump(to: message - 1) }
    run.arrive()
    self.run = run
    runReturn = .library
    screen = .run
    overlay = nil
  }
}

/// A scenario whose first run is on its way.
struct PendingRun: Sendable {
  let scenario: Scenario
  let message: Int?
}
