/// Where the token on the bench came from; shown in the title.
enum BenchSource: Hashable, Sendable {
  case pasted
  case typed
  case file(String)
  /// A message of a run, by its number from 1, and the token's name there.
  case run(scenario: String, message: Int, name: String)
  case sample
  /// The content of another token.
  case inside

  var words: String {
    switch self {
    case .pasted: "pasted"
    case .typed: "typed"
    case .file(let path): "from \(path)"
    case .run(let scenario, let message, _): "from \(scenario), message \(message)"
    case .sample: "a sample that never verifies"
    case .inside: "from inside another token"
    }
  }
}

/// The token on the bench, and the one that it is compared with.
struct BenchSubject: Hashable, Sendable {
  /// The token as it stands now, edits and all.
  var text: String
  let source: BenchSource
  /// As it was issued, or as it came.
  let original: String
  /// "access#1", "the token as it came".
  let originalName: String

  init(
    _ text: String, from source: BenchSource, original: String? = nil,
    originalName: String = "the token as it came"
  ) {
    self.text = text
    self.source = source
    self.original = original ?? text
    self.originalName = originalName
  }
}
