import Testing

/// What a line of a source file must not hold. Each rule is tried on a line that breaks it.
struct Rule: Sendable, CustomTestStringConvertible {
  let name: String
  /// The targets where the rule does not hold.
  let exempt: Set<String>
  let pattern: String
  /// A line that breaks the rule, and one near it that does not.
  let broken: String
  let kept: String

  var testDescription: String { name }

  func breaches(in files: [SourceFile]) -> [String] {
    let pattern = Pattern(pattern)
    return files.filter { !exempt.contains($0.target) }.flatMap { file in
      pattern.matches(in: file.code).map { "\(file.path):\($0.line): \(name)" }
    }
  }
}

extension Rule {
  /// The edges: they meet the world, and hand its clock and its randomness down as values.
  private static let edges: Set<String> = ["authscope", "CursesTerminal", "Gateways"]

  static let all: [Rule] = [
    Rule(
      name: "reads the wall clock", exempt: edges,
      pattern:
        #"\bDate\(\)|\bDate\.now|\b(Continuous|Suspending)Clock\b|\b(clock_gettime|gettimeofday)\b|\btime\(nil\)"#,
      broken: "let now = Date()", kept: "let date = CookieDate(text)"),
    Rule(
      name: "draws from the system's randomness", exempt: edges,
      pattern:
        #"\bSystemRandomNumberGenerator\b|\bUUID\(\)|\.random(Element)?\((in: [^,]*)?\)|\.shuffled\(\)|\barc4random|\bgetrandom\b"#,
      broken: "let id = Int.random(in: 0..<9)",
      kept: "let id = generator.random(in: range, using: &g)"),
    Rule(
      name: "reads the environment or the arguments", exempt: edges,
      pattern: #"\bgetenv\b|\bProcessInfo\b|\bCommandLine\b"#,
      broken: "let home = getenv(name)", kept: "let home = environment.home"),
    Rule(
      name: "reads or writes a file", exempt: edges.union(["ScenarioFiles"]),
      pattern: #"\bfopen\(|\b(FileManager|FileHandle)\b|\bcontentsOfFile:"#,
      broken: "let file = fopen(path, mode)", kept: "screen.opens(path)"),
    Rule(
      name: "forces what may fail", exempt: [],
      pattern: #"\btry!|\bas!"#,
      broken: "let key = try! Key(text)", kept: "let key = try? Key(text)"),
    Rule(
      name: "is public; `package` is as far as a name goes", exempt: [],
      pattern: #"^[ \t]*(public|open) (static |final |func|let|var|struct|enum|class|init)"#,
      broken: "public struct Key {", kept: "package struct Key {"),
    Rule(
      name: "leaves work for later", exempt: [],
      pattern: #"\b(fatalError|unimplemented)\("#,
      broken: "fatalError()", kept: "preconditionFailure(reason)"),
  ]
}
