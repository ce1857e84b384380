import Explorer
import Simulation

/// The course as the explorer shows it, from the files.
struct CourseLoading {
  private let library: ScenarioLibrary

  init(_ library: ScenarioLibrary) { self.library = library }

  func model(file: String?) throws(Failure) -> CourseModel {
    var entries: [LibraryEntry] = []
    for id in library.ids() {
      let scenario = try library.load(id).scenario
      entries.append(entry(scenario, number: entries.count + 1))
    }
    return CourseModel(core: [LibraryGroup(title: "Lessons", entries: entries)])
  }

  private func entry(_ scenario: Scenario, number: Int?) -> LibraryEntry {
    var entry = LibraryEntry(id: scenario.id, title: scenario.title, lesson: number)
    entry.hasAttack = scenario.attack != nil
    entry.specs = scenario.specs
    entry.questions = scenario.allSteps.count {
      if case .predict = $0.action { true } else { false }
    }
    entry.variants = scenario.variants.map {
      LibraryVariant(name: $0.name, title: $0.title, opensFirst: $0.name == scenario.opens)
    }
    return entry
  }
}
