/// Results as JUnit XML, the form in which CI servers show tests: a suite for each scenario and
/// variant, a case for each expectation.
///
/// There is no standard; the shape is the one that Jenkins, GitLab and GitHub's reporters read.
/// Neither time nor host is written: equal results are equal files.
package enum JUnit {
  package struct Suite: Hashable, Sendable {
    /// `session/logout-revocation, cookie-only-logout`.
    package let name: String
    package let cases: [Case]

    package init(name: String, cases: [Case]) {
      self.name = name
      self.cases = cases
    }
  }

  package struct Case: Hashable, Sendable {
    /// The step that the expectation belongs to, or what else was judged.
    package let step: String
    package let expectation: String
    /// Nil where the expectation holds.
    package let failure: Failure?

    package init(step: String, expectation: String, failure: Failure? = nil) {
      self.step = step
      self.expectation = expectation
      self.failure = failure
    }
  }

  package struct Failure: Hashable, Sendable {
    package let expected: String
    package let actual: String
    /// Where it is written: `logout.yaml:14:13`.
    package let place: String?

    package init(expected: String, actual: String, place: String?) {
      self.expected = expected
      self.actual = actual
      self.place = place
    }

    fileprivate var lines: [String] {
      ["expected: \(expected)", "actual: \(actual)"] + (place.map { ["at \($0)"] } ?? [])
    }
  }

  package static func xml(_ suites: [Suite]) -> String {
    let cases = suites.flatMap(\.cases)
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append("<testsuites name=\"authscope\"\(counts(cases))>")
    for suite in suites { lines += element(suite) }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func counts(_ cases: [Case]) -> String {
    let failures = cases.count { $0.failure != nil }
    return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"0\""
  }

  private static func element(_ suite: Suite) -> [String] {
    let name = XMLText.attribute(suite.name)
    return ["  <testsuite name=\"\(name)\"\(counts(suite.cases))>"]
      + suite.cases.flatMap { element($0, in: name) } + ["  </testsuite>"]
  }

  /// `suite` is escaped already. The step is part of the name, because two steps may expect the same
  /// and readers take a name that comes again for the same test.
  private static func element(_ result: Case, in suite: String) -> [String] {
    let name = XMLText.attribute("\(result.step): \(result.expectation)")
    let start = "    <testcase classname=\"\(suite)\" name=\"\(name)\""
    guard let failure = result.failure else { return [start + "/>"] }
    let message = XMLText.attribute("expected \(failure.expected), got \(failure.actual)")
    let text = XMLText.content(failure.lines.joined(separator: "\n"))
    return [
      start + ">",
      "      <failure message=\"\(message)\" type=\"expectation\">\(text)</failure>",
      "    </testcase>",
    ]
  }
}
