import Exporters
import Testing

@Suite struct `Results as JUnit XML` {
  @Test func `a suite for each run, a case for each expectation, and what failed says where`() {
    let holding = JUnit.Case(step: "login", expectation: "status == 303")
    let failing = JUnit.Case(
      step: "replay", expectation: "status == 303",
      failure: JUnit.Failure(
        expected: "status == 303", actual: "200", place: "logout-revocation.yaml:31:14"))
    let xml = JUnit.xml([
      JUnit.Suite(name: "session/logout-revocation", cases: [holding, failing]),
      JUnit.Suite(name: "session/login", cases: []),
    ])
    #expect(
      xml == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="authscope" tests="2" failures="1" errors="0" skipped="0">
          <testsuite name="session/logout-revocation" tests="2" failures="1" errors="0" skipped="0">
            <testcase classname="session/logout-revocation" name="login: status == 303"/>
            <testcase classname="session/logout-revocation" name="replay: status == 303">
              <failure message="expected status == 303, got 200" type="expectation">expected: status == 303
        actual: 200
        at logout-revocation.yaml:31:14</failure>
            </testcase>
          </testsuite>
          <testsuite name="session/login" tests="0" failures="0" errors="0" skipped="0">
          </testsuite>
        </testsuites>

        """)
  }

  @Test(arguments: [
    (#"body has <b>"A&B"</b>"#, "body has &lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;"),
    ("]]>", "]]&gt;"),
    ("a\tb\nc\r", #"a&#9;b&#10;c\u{d}"#),
    ("\u{0}\u{1B}[31m\u{7F}\u{85}", #"\u{0}\u{1b}[31m\u{7f}\u{85}"#),
    ("\u{202E}txt\u{2066}", #"\u{202e}txt\u{2066}"#),
    ("\u{FFFE}\u{FFFF}", #"\u{fffe}\u{ffff}"#),
    ("Zoë 中 🙂 it's", "Zoë 中 🙂 it's"),
  ])
  func `no text breaks out of its attribute or hides what it says`(text: String, escaped: String) {
    let xml = JUnit.xml([JUnit.Suite(name: text, cases: [])])
    #expect(xml.contains("<testsuite name=\"\(escaped)\" tests"))
  }

  @Test func `line breaks of a failure stay line breaks, its markup and controls do not`() {
    let failure = JUnit.Failure(expected: "<a>\n\"b\"", actual: "\u{9B}1m", place: nil)
    let xml = JUnit.xml([
      JUnit.Suite(name: "s", cases: [JUnit.Case(step: "a", expectation: "b", failure: failure)])
    ])
    #expect(xml.contains(">expected: &lt;a&gt;\n\"b\"\nactual: \\u{9b}1m</failure>"))
  }
}
