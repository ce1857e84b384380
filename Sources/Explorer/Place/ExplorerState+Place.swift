import Simulation
import Trace

extension ExplorerState {
  /// Where the reader is; nil for what must not be written down: files and imports.
  var place: Place? {
    guard let run, run.file == nil, run.recording == nil else { return nil }
    return Place(
      scenario: run.scenario.id, title: run.scenario.title,
      branches: run.branches.map { branch in
        Place.Branch(
          name: branch.name, variant: branch.request.variant, seed: branch.request.seed,
          settings: branch.request.settings.map(\.text),
          changes: branch.request.interventions.map(\.text), furthest: branch.furthest)
      },
      current: run.current, position: run.position,
      answers: run.questions.sorted { $0.key < $1.key }.map {
        Place.Answer(
          key: $0.key, reply: $0.value.replyWord, branch: $0.value.branch ?? "",
          hints: $0.value.hintsShown)
      })
  }

  /// `continue`: back to where the reader was when the program ended.
  mutating func resume() -> [Effect] {
    guard let lastPlace else {
      notice = "Nothing was left open the last time."
      return []
    }
    return [.resume(lastPlace)]
  }

  /// The scenario of a place has been read and played again.
  mutating func resumed(_ played: PlayedPlace, _ traces: [Trace]) {
    guard let first = traces.first, let request = played.requests.first else { return }
    let scenario = played.scenario
    let model = RunModel(first, decisiveStep: scenario.decisiveStep(of: first))
    var run = RunState(
      scenario: scenario, entry: library.course.entry(scenario.id),
      first: Branch(
        name: played.place.branches[0].name, request: request, model: model, parent: nil,
        change: nil, difference: nil, furthest: 0))
    run.take(settings)
    for (request, trace) in zip(played.requests, traces).dropFirst() { run.add(request, trace) }
    for (index, branch) in played.place.branches.enumerated()
    where run.branches.indices.contains(index) {
      run.branches[index].name = branch.name
      run.branches[index].furthest = min(
        max(0, branch.furthest), run.branches[index].model.lastMoment)
    }
    run.restore(played.place.answers)
    run.go(to: played.place.current)
    run.jump(to: played.place.position)
    self.run = run
    runReturn = .library
    screen = .run
    overlay = nil
    notice = "Here you were: message \(run.position + 1) of \(run.model.moments.count)."
  }
}

extension RunState {
  /// Takes replies over, each to the question of the run in which it was given.
  fileprivate mutating func restore(_ answers: [Place.Answer]) {
    for answer in answers {
      let model = (branches.first { $0.name == answer.branch } ?? branches[0]).played
      let placed = model.questions.values.first {
        $0.question.step + $0.question.ask == answer.key
      }
      guard let question = placed?.question else { continue }
      questions[answer.key] = QuestionState.restored(answer, question)
    }
  }
}
