import Foundation
import ScenarioFiles
import Testing

private let course: CourseReading = {
  let bytes = (try? Data(contentsOf: Library.folder.appending(path: "course.yaml"))) ?? Data()
  return CourseReader(scenarios: Library.ids).read(Array(bytes), file: "course.yaml")
}()

@Test func `the course is read without a word of complaint`() throws {
  #expect(course.diagnostics.map(\.message) == [])
  #expect(try #require(course.course).core.count >= 10)
}

@Test func `every scenario has its place in the course`() throws {
  let placed = try #require(course.course).lessons.map(\.scenario)
  #expect(placed.sorted() == Library.ids.sorted())
}

@Test func `a core lesson needs core lessons only`() throws {
  let core = try #require(course.course).core
  for lesson in core {
    #expect(lesson.needs.allSatisfy { need in core.contains { $0.scenario == need } })
  }
}

@Test func `every lesson says what the reader will see`() throws {
  for lesson in try #require(course.course).lessons { #expect(lesson.sees != nil) }
}

@Test func `files are written as the formatter writes them`() throws {
  for path in Library.paths + ["lib/idp.yaml", "course.yaml"] {
    let bytes = try #require(Library.bytes(path))
    let isFormatted = try Formatter.format(bytes, file: path).get() == bytes
    #expect(isFormatted, "\(path)")
  }
}
