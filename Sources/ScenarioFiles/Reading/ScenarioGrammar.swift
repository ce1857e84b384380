import Simulation
import Trace

/// The keys of a scenario, and of a file that it includes.
enum ScenarioGrammar {
  static let scenario = Table<Scenario>([
    .format,
    .required("id", scenarioID, "group/name, as session/login") { $0.id = $1 },
    .required("title", .prose, "the lesson in one line") { $0.title = $1 },
    .optional("about", .prose, "two or three sentences for the library, before it is run") {
      $0.about = $1
    },
    .optional("specs", .list(.prose), "sections that it is about, as RFC 6749 10.12") {
      $0.specs = $1
    },
    .optional("shows", .list(claim), "the guide's claims that it shows, as S5") { $0.shows = $1 },
    .optional("seed", .integer(0...Int(Int32.max)), "the seed of every random value") {
      $0.seed = UInt64($1)
    },
    .optional(
      "opens", .known("variant") { $0.names.variants }, "the variant that a reader meets first"
    ) { $0.opens = $1 },
    .optional("include", .list(.prose), "files with parts of the world, as lib/idp.yaml") {
      _, _ in
    },
    .required("world", WorldGrammar.codec, "who is there before the first step") {
      $0.world = $1
    },
    .required("steps", .list(StepGrammar.codec), "what happens, in order") { $0.steps = $1 },
    .optional("secure-if", .oneOrList(.ofRun), "when the system holds, by predicates") {
      $0.secureIf = $1
    },
    .optional("attack", AttackGrammar.codec, "where the attack works and what stops it") {
      $0.attack = $1
    },
    .optional("variants", VariantGrammar.codec, "what is different when settings change") {
      $0.variants = $1
    },
    .optional("challenge", ChallengeGrammar.codec, "a puzzle to solve with the verbs allowed") {
      $0.challenge = $1
    },
  ])

  /// A file of `lib/`.
  static let library = Table<WorldSpec>([
    .format,
    .optional("title", .prose, "what the file brings") { _, _ in },
    .optional("include", .list(.prose), "files with parts of the world") { _, _ in },
    .required("world", WorldGrammar.codec, "the parts that it brings") { $0 = $1 },
  ])

  private static let scenarioID = Codec<String>.line("group/name") { line, _ throws(Misread) in
    guard Identifier.isScenarioID(line.text) else {
      throw Misread(.badScenarioID(line.text), line.range)
    }
    return line.text
  }

  private static let claim = Codec<String>(.claim) { node, reading in
    let known = reading.vocabulary.claims
    return Codec.known("claim") { _ in known }.read(node, reading)
  }
}
