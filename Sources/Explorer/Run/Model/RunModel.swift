import Ledger
import Synchronization
import Trace

/// A finished run with what its views need at every key, computed once when it arrives.
final class RunModel: Sendable {
  let trace: Trace
  private let decisiveStep: String?
  let beats: Beats
  let moments: [Moment]
  let lanes: Lanes
  let names: SecretNames
  /// `sid#1`, `access#2`: the names of all secrets.
  let secretNames: Set<String>
  /// The question that stops the reader at a moment.
  let questions: [Int: PlacedQuestion]
  let marks: [MomentMarks]
  /// The first and the last moment of each step; nil for a step without any.
  let momentsOfStep: [Range<Int>?]
  /// How wide the longest name of a step is.
  let widestStep: Int
  let states: StoreStates
  let losses: Losses
  let costs: Costs
  /// The records in which a setting was changed, the latest first.
  let settingChanges: [Int]
  /// The moment in which a secret was made; nil when the scenario declares it.
  let birthplaces: [Int?]
  private let momentOfBeat: [Int]
  /// Made when somebody first asks for them.
  private let gathered = Mutex(Gathered())

  private struct Gathered {
    var goals: [RunGoal]?
    var entries: [SearchEntry]?
  }

  /// What can be run to.
  var goals: [RunGoal] {
    if let known = gathered.withLock({ $0.goals }) { return known }
    let made = RunGoal.all(trace)
    gathered.withLock { $0.goals = made }
    return made
  }

  /// All that can be searched.
  var searchEntries: [SearchEntry] {
    if let known = gathered.withLock({ $0.entries }) { return known }
    var made: [SearchEntry] = []
    SearchText(self).each { made.append($0) }
    gathered.withLock { [made] in $0.entries = made }
    return made
  }

  init(_ trace: Trace, decisiveStep: String? = nil) {
    self.trace = trace
    self.decisiveStep = decisiveStep
    let beats = trace.beats
    let moments = Moment.all(beats)
    self.beats = beats
    self.moments = moments
    lanes = Lanes(trace)
    names = SecretNames(trace)
    secretNames = Set(trace.secrets.map(\.name))
    let ranges = Self.ranges(moments, steps: trace.steps.count)
    momentsOfStep = ranges
    questions = PlacedQuestion.place(trace, moments, ranges)
    marks = MomentMarks.all(trace, moments, decisiveStep: decisiveStep)
    widestStep = trace.steps.reduce(0) { max($0, $1.id.width) }
    states = StoreStates(trace)
    losses = Losses(trace)
    costs = Costs(beats)
    settingChanges = trace.records.indices.reversed().filter {
      if case .settingChanged = trace.records[$0].event { true } else { false }
    }
    birthplaces = Self.birthplaces(trace, moments)
    momentOfBeat = Self.momentOfBeat(moments, beats: beats.count)
  }

  /// The same run with the names of its secrets in the place of their values.
  func masked() -> RunModel { RunModel(trace.masked(), decisiveStep: decisiveStep) }

  var lastMoment: Int { max(0, moments.count - 1) }

  func records(of moment: Int) -> ArraySlice<Record> { trace.records[moments[moment].records] }

  /// The moment that a record belongs to.
  func moment(ofRecord record: Int) -> Int {
    momentOfBeat.isEmpty ? 0 : momentOfBeat[beats.index(ofRecord: record)]
  }

  /// The moment of a beat; of a question, the one after it.
  func moment(ofBeat beat: Int) -> Int {
    momentOfBeat.indices.contains(beat) ? momentOfBeat[beat] : lastMoment
  }

  /// The virtual time at a moment.
  func time(at moment: Int) -> Instant {
    guard moments.indices.contains(moment) else { return trace.start }
    let main = moments[moment].main
    return trace.records.indices.contains(main)
      ? trace.records[main].time : trace.steps[moments[moment].step].time
  }

  /// Whether a moment is the last one of its step.
  func endsStep(_ moment: Int) -> Bool {
    momentsOfStep[moments[moment].step]?.upperBound == moment + 1
  }

  /// The moment of this run that stands at the same place as one of another run.
  func counterpart(of moment: Int, in other: RunModel) -> Int? {
    guard other.moments.indices.contains(moment) else { return nil }
    let wanted = other.moments[moment]
    let step = other.trace.steps[wanted.step].id
    return moments.firstIndex {
      $0.kind == wanted.kind && $0.path == wanted.path && trace.steps[$0.step].id == step
    }
  }

  private static func ranges(_ moments: [Moment], steps: Int) -> [Range<Int>?] {
    var out = [Range<Int>?](repeating: nil, count: steps)
    for (index, moment) in moments.enumerated() {
      out[moment.step] = (out[moment.step]?.lowerBound ?? index)..<index + 1
    }
    return out
  }

  private static func momentOfBeat(_ moments: [Moment], beats: Int) -> [Int] {
    var out = [Int](repeating: max(0, moments.count - 1), count: beats)
    for (index, moment) in moments.enumerated().reversed() {
      let end = index + 1 < moments.count ? moments[index + 1].beat : beats
      out[moment.beat] = index
      // Questions behind it stand at the moment after it.
      for beat in moment.beat + 1..<max(moment.beat + 1, end) {
        out[beat] = min(index + 1, moments.count - 1)
      }
    }
    return out
  }

  private static func birthplaces(_ trace: Trace, _ moments: [Moment]) -> [Int?] {
    var out = [Int?](repeating: nil, count: trace.secrets.count)
    for (index, moment) in moments.enumerated() {
      for record in trace.records[moment.records] {
        if case .minted(let id) = record.event, out[Int(id.index)] == nil {
          out[Int(id.index)] = index
        }
      }
    }
    return out
  }
}
