import Simulation
import Trace

/// What was found in a file that a reader named.
package enum OpenedFile: Sendable {
  case scenario(Scenario)
  case run(OpenedRun)
  /// Anything else: there may be tokens in it.
  case text([UInt8])
}

/// A run that was read from a file.
package struct OpenedRun: Sendable {
  let path: String
  /// Without steps where there is nothing to play again.
  let scenario: Scenario
  let request: RunRequest
  let model: RunModel
  let recording: Recording?
  /// A word on what is damaged.
  package let damage: String?

  /// Whether there is a scenario to play again.
  package var isReplayable: Bool { recording == nil }

  /// Computes what the views need: to be called beside the keys.
  package init(
    path: String, scenario: Scenario, request: RunRequest, trace: Trace,
    recording: Recording? = nil, damage: String? = nil
  ) {
    self.path = path
    self.scenario = scenario
    self.request = request
    self.recording = recording
    self.damage = damage
    model = RunModel(trace, decisiveStep: scenario.decisiveStep(of: trace))
  }
}

/// What has become of a file that is being opened.
package enum OpeningNews: Sendable {
  /// How much of it has been read, in hundredths.
  case progress(Int)
  case opened(OpenedFile)
  case failed(String)
}

/// Opens files while the keys go on; the executable fills it in.
package struct FileOpener {
  /// Begins with a file; small ones have been read when this returns.
  package var start: (String) -> Void
  /// Forgets the file that is being read.
  package var stop: () -> Void
  /// What happened since this was last asked.
  package var news: () -> OpeningNews?

  package init(
    start: @escaping (String) -> Void, stop: @escaping () -> Void,
    news: @escaping () -> OpeningNews?
  ) {
    self.start = start
    self.stop = stop
    self.news = news
  }
}
