import Testing

@testable import ScenarioFiles

@Suite struct FormatterTests {
  private func format(_ text: String) throws -> String {
    String(
      decoding: try Formatter.format(Array(text.utf8), file: "x.yaml").get(), as: UTF8.self)
  }

  @Test(arguments: [Samples.logout, Samples.linkCSRF, Samples.idp])
  func `a formatted sample stays as it is and reads the same`(sample: String) throws {
    let once = try format(sample)
    #expect(try format(once) == once)
    #expect(diagnose(once) == diagnose(sample))
    #expect(once.split(separator: "\n").allSatisfy { $0.count <= Formatter.width })
  }

  @Test func `spacing, indentation and comments come out in one way`() throws {
    let text = """
      # head
      authscope:   1
      world:
          users: {alice:   {at: app}}   # who
          # the store
          stores:
              sessions: {shared: true}


          clients: {}
      id: a/b #  the id
      steps:
      -   request: laptop GET /
          # its name
          id: first
          # the end of it
      # of all

      - wait: 3s
      # tail
      """
    let formatted = try format(text)
    #expect(
      formatted == """
        # head
        authscope: 1
        id: a/b  #  the id
        world:
          users: { alice: { at: app } }  # who
          # the store
          stores:
            sessions: { shared: true }

          clients: {}
        steps:
          # its name
          - id: first
            request: laptop GET /
            # the end of it
          # of all

          - wait: 3s
          # tail

        """)
  }

  @Test func `what is too wide goes onto lines of its own`() throws {
    let word = String(repeating: "x", count: 30)
    let text = """
      authscope: 1
      title: \(word) \(word) \(word) \(word)
      expect: [\(word), \(word), \(word), \(word)]
      quoted: "\(word) \(word)  \(word) # \(word)"

      """
    let formatted = try format(text)
    #expect(
      formatted == """
        authscope: 1
        title: \(word) \(word) \(word)
          \(word)
        expect:
          - \(word)
          - \(word)
          - \(word)
          - \(word)
        quoted: "\(word)
          \(word)  \(word) # \(word)"

        """)
    #expect(try format(formatted) == formatted)
  }

  @Test func `texts of several lines keep their lines`() throws {
    let text = """
      authscope: 1
      a: |  # as it is
          one
            two

          three
      b: >-
          folded
          together

          apart
      c: |+
          kept

      d: plain
         over lines
      e: "x\\
          y"
      """
    let formatted = try format(text)
    #expect(
      formatted == """
        authscope: 1
        a: |  # as it is
          one
            two

          three
        b: >-
          folded together

          apart
        c: |+
          kept

        d: plain over lines
        e: "xy"

        """)
    #expect(try format(formatted) == formatted)
  }

  @Test func `comments inside of braces make lines of them`() throws {
    let text = """
      authscope: 1
      defences: {
        pkce: true, # needed
        # not this
        nonce: false }

      """
    #expect(
      try format(text) == """
        authscope: 1
        defences:
          pkce: true  # needed
          # not this
          nonce: false

        """)
  }

  @Test func `a file that is no YAML is left alone and told`() {
    let result = Formatter.format(Array("authscope: 1\na: [1\n".utf8), file: "x.yaml")
    guard case .failure(let refusal) = result else {
      Issue.record("it was formatted")
      return
    }
    #expect(refusal.diagnostics.map(\.code) == ["yaml"])
    #expect(refusal.diagnostics.map(\.line) == [3])
  }

  @Test func `a change of meaning would be told as our fault`() {
    let problem = Problem.formatChangesMeaning
    #expect(problem.message == "formatting would change what the file says, so it is left as it is")
    #expect(problem.hint == "please report the file; it shows a fault of authscope")
  }

  @Test func `random files keep their meaning and come to rest`() throws {
    for seed in 1...400 {
      var maker = RandomYAML(seed: UInt64(seed))
      let text = maker.document()
      let once: String
      do {
        once = try format(text)
      } catch {
        Issue.record("seed \(seed) was refused:\n\(text)")
        continue
      }
      #expect(try format(once) == once, "seed \(seed):\n\(text)")
    }
  }
}

/// Makes YAML in many styles, with comments everywhere.
private struct RandomYAML {
  private var state: UInt64
  private var lines: [String] = []

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func document() -> String {
    lines = ["authscope: 1"]
    mapping(indent: 0, depth: 0, dash: nil)
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func mapping(indent: Int, depth: Int, dash: String?) {
    let spaces = String(repeating: " ", count: indent)
    for index in 0...below(4) {
      if dash == nil || index > 0 { comment(spaces) }
      let head = (index == 0 ? dash : nil) ?? spaces
      value(after: head + "k\(index)x\(below(9)):", indent: indent, depth: depth)
    }
  }

  private mutating func sequence(indent: Int, depth: Int) {
    let spaces = String(repeating: " ", count: indent)
    for _ in 0...below(3) {
      comment(spaces)
      if below(3) == 0, depth < 4 {
        mapping(indent: indent + 2, depth: depth + 1, dash: spaces + "- ")
      } else {
        lines.append(spaces + "- " + scalar() + trailing())
      }
    }
  }

  private mutating func value(after head: String, indent: Int, depth: Int) {
    switch below(depth < 4 ? 8 : 5) {
    case 0, 1, 2: lines.append(head + " " + scalar() + trailing())
    case 3: lines.append(head + " " + flow(depth: depth) + trailing())
    case 4: blockScalar(after: head, indent: indent)
    case 5, 6:
      lines.append(head + trailing())
      mapping(indent: indent + 1 + below(4), depth: depth + 1, dash: nil)
    default:
      lines.append(head + trailing())
      sequence(indent: indent + below(3), depth: depth + 1)
    }
  }

  private mutating func comment(_ spaces: String) {
    if below(6) == 0 { lines.append("") }
    if below(5) == 0 { lines.append(spaces + "# remark \(below(99))") }
  }

  private mutating func trailing() -> String { below(6) == 0 ? " # note \(below(99))" : "" }

  private mutating func blockScalar(after head: String, indent: Int) {
    lines.append(head + [" |", " >", " |-", " >-", " >+"][below(5)])
    for index in 0...below(3) {
      if index > 0, below(4) == 0 { lines.append("") }
      let extra = index > 0 && below(5) == 0 ? "  " : ""
      lines.append(String(repeating: " ", count: indent + 2) + extra + words())
    }
  }

  private mutating func flow(depth: Int) -> String {
    let count = below(5)
    if below(2) == 0 {
      return "[" + (0..<count).map { _ in flowScalar() }.joined(separator: ",") + "]"
    }
    return "{" + (0..<count).map { "f\($0): \(flowScalar())" }.joined(separator: ",  ") + "}"
  }

  private mutating func flowScalar() -> String {
    ["plain text", "'single: #'", "\"double, \\\" \"", "7", "true", "{}", "[ a ]"][below(7)]
  }

  private mutating func words() -> String {
    (0...below(30)).map { _ in ["a", "word", "session", "it's", "x#y", "–", "日本"][below(7)] }
      .joined(separator: " ")
  }

  private mutating func scalar() -> String {
    switch below(6) {
    case 0: words()
    case 1: "'" + words().replacing("'", with: "''") + "  two # '"
    case 2: "\"" + words() + " \\\\ \\t : \""
    case 3: "status == 303"
    case 4: ""
    default: "12:30"
    }
  }
}
