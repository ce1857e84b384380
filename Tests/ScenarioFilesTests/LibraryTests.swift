import Simulation
import Testing
import Trace

@testable import ScenarioFiles

@Suite struct StarterTests {
  private func starter() throws -> String {
    try #require(Starter.text(id: "session/mine", title: "Say \"it\""))
  }

  @Test func `a new scenario has nothing to mend and is formatted already`() throws {
    let text = try starter()
    let reading = ScenarioReader(vocabulary: .engine).read(Array(text.utf8), file: "mine.yaml")
    #expect(reading.diagnostics.map { describe($0) } == [])
    #expect(reading.scenario?.title == "Say \"it\"")
    let formatted = try Formatter.format(Array(text.utf8), file: "mine.yaml").get()
    #expect(String(decoding: formatted, as: UTF8.self) == text)
  }

  @Test(arguments: [nil, "cookie-only-logout"])
  func `a new scenario runs, and its expectations hold`(variant: String?) throws {
    let reading = ScenarioReader(vocabulary: .engine).read(
      Array(try starter().utf8), file: "mine.yaml")
    let trace = play(try #require(reading.scenario), RunInputs(variant: variant))
    let failed = trace.reports.flatMap(\.expectations).filter { !$0.holds }
    #expect(failed.map { "\($0.place ?? ""): \($0.text), was \($0.actual)" } == [])
    #expect(trace.verdict == (variant == nil ? .secure : .attackWorked))
  }

  @Test func `an id that is none makes no scenario`() {
    #expect(Starter.text(id: "../x") == nil)
  }
}

@Suite struct HeaderTests {
  @Test(arguments: [Samples.logout, Samples.linkCSRF])
  func `a header is the same, read from its parts or from the whole`(sample: String) throws {
    let header = try #require(HeaderReader.read(Array(sample.utf8)))
    let scenario = try #require(read(sample).scenario)
    #expect(header.id == scenario.id)
    #expect(header.title == scenario.title)
    #expect(header.shows == scenario.shows)
    #expect(header.opens == scenario.opens)
    #expect(header.variants.map(\.name) == scenario.variants.map(\.name))
    #expect(header.variants.map(\.title) == scenario.variants.map(\.title))
    #expect(header.attack == .stoppable)
    #expect(header.hasChallenge == (scenario.challenge != nil))
    let asked = scenario.steps.lazy.compactMap { step -> String? in
      if case .predict(let predict) = step.action { predict.ask } else { nil }
    }.first
    #expect(header.question == asked)
  }

  @Test func `only the parts that a header needs are read`() {
    let cut = String(decoding: HeaderSections.wanted(of: Array(Samples.logout.utf8)), as: UTF8.self)
    #expect(!cut.contains("wonderland"))
    #expect(cut.contains("steps:\n  - ask: Mallory copied"))
  }

  @Test func `a question over several lines is read to its end`() {
    let text = """
      authscope: 1
      id: a
      title: t
      about: >
        Two
        lines.
      steps:
      - predict: x.status
        ask: >-
          What
          comes?
        choices: {}
      attack: { residual: true }
      """
    let header = HeaderReader.read(Array(text.utf8))
    #expect(header?.about == "Two lines.\n")
    #expect(header?.question == "What comes?")
    #expect(header?.attack == .residual)
  }

  @Test func `a file that cannot be cut at its first column is read whole`() {
    let text = "{ authscope: 1, id: a/b, title: In braces, steps: [{ ask: Why? }] }"
    let header = HeaderReader.read(Array(text.utf8))
    #expect(header?.id == "a/b")
    #expect(header?.question == "Why?")
  }

  @Test func `a file without id or title has no header`() {
    #expect(HeaderReader.read(Array("authscope: 1\nid: a\n".utf8)) == nil)
  }
}

@Suite struct CourseTests {
  private static let text = """
    authscope: 1
    title: A course
    groups:
      - title: Sessions
        core: true
        lessons:
          - scenario: session/login
            minutes: 5
            words: [session, cookie]
          - { scenario: session/logout, title: Out, minutes: 6, needs: [session/login] }
      - title: More
        about: fixation
        lessons:
          - { scenario: session/fixation, minutes: 7 }
      - title: All together
        core: true
        lessons:
          - { scenario: combined/production, variant: exam, exam: true, minutes: 10 }

    """

  private func read(_ text: String) -> CourseReading {
    let known = ["session/login", "session/logout", "session/fixation", "combined/production"]
    return CourseReader(scenarios: known).read(Array(text.utf8), file: "course.yaml")
  }

  @Test func `a course has groups, lessons and numbers`() throws {
    let reading = read(Self.text)
    #expect(reading.diagnostics == [])
    let course = try #require(reading.course)
    #expect(course.groups.map(\.title) == ["Sessions", "More", "All together"])
    #expect(
      course.core.map(\.scenario) == ["session/login", "session/logout", "combined/production"])
    #expect(course.coreMinutes == 21)
    #expect(course.number(of: "session/logout") == 2)
    #expect(course.number(of: "session/fixation") == nil)
    #expect(course.number(of: "combined/production") == nil)
    #expect(course.lesson(of: "combined/production")?.variant == "exam")
  }

  @Test(arguments: [
    Change(
      "scenario: session/fixation", "scenario: session/fixaton",
      "14:21 unknown-scenario: no scenario is called session/fixaton; did you mean session/fixation?"
    ),
    Change(
      "needs: [session/login]", "needs: [session/fixation]",
      "10:69 order: session/logout needs session/fixation, which does not come before it;"
        + " move session/fixation up"),
    Change(
      "needs: [session/login]", "needs: [session/logn]",
      "10:69 unknown-lesson: no lesson is called session/logn; did you mean session/login?"),
    Change(
      "minutes: 7", "minutes: 7, words: [cookie]",
      "14:59 known-word: cookie is used first in session/login already; name it there only"),
    Change(
      "scenario: session/fixation", "scenario: session/login",
      "14:21 duplicate-lesson: session/login is the name of another lesson, on line 7;"
        + " give each lesson a name of its own"),
    Change("minutes: 7", "minutes: 0", "14:48 range: 0 is not between 1 and 240"),
  ])
  func `a mistake in a course is told at its word`(change: Change) {
    let reading = read(Self.text.replacing(change.old, with: change.new, maxReplacements: 1))
    #expect(reading.course == nil)
    #expect(reading.diagnostics.map { describe($0) } == [change.says])
  }

  @Test func `a course in a newer format says so`() {
    #expect(read(Self.text.replacing("authscope: 1", with: "authscope: 3")).newerFormat == 3)
  }

  struct Change: Sendable {
    let old, new, says: String

    init(_ old: String, _ new: String, _ says: String) {
      self.old = old
      self.new = new
      self.says = says
    }
  }
}
