import Simulation
import Trace

/// A verb with the keys that only its steps have.
struct VerbGrammar: Sendable {
  let verb: Verb
  let schema: ObjectSchema
  /// Reads the keys of a step that not every step may have.
  let read: @Sendable ([Node.Entry], Node, Reading) -> Action?

  var keys: [String] { schema.members.map(\.key) }

  /// `finish` says what only the whole step can be wrong in.
  init<Draft>(
    _ verb: Verb, _ table: Table<Draft>, _ empty: @escaping @Sendable () -> Draft,
    _ finish: @escaping @Sendable (Draft, Node, Reading) -> Action?
  ) {
    self.verb = verb
    schema = table.schema
    read = { entries, node, reading in
      var draft = empty()
      let own = entries.filter { !Self.isForeign($0.key, to: verb, table, reading) }
      let isComplete = table.read(
        own, of: node, into: &draft, reading, beside: StepGrammar.commonKeys)
      let action = finish(draft, node, reading)
      return isComplete ? action : nil
    }
  }

  /// A verb whose one key is its value.
  init<Value>(
    _ verb: Verb, _ codec: Codec<Value>, _ words: String,
    _ action: @escaping @Sendable (Value) -> Action
  ) {
    let table = Table<Action?>([
      .required(verb.rawValue, codec, words) { $0 = action($1) }
    ])
    self.init(verb, table, { nil }) { action, _, _ in action }
  }

  /// A key that only steps with another verb have is told as such.
  private static func isForeign<Draft>(
    _ key: Node.Key, to verb: Verb, _ table: Table<Draft>, _ reading: Reading
  ) -> Bool {
    if table.properties.contains(where: { $0.key == key.text }) { return false }
    let owners = all.filter { $0.keys.contains(key.text) }.map(\.verb.rawValue)
    if owners.isEmpty { return false }
    reading.say(.keyOfOtherVerb(key.text, verb, owners: owners), key.range)
    return true
  }

  static let all: [VerbGrammar] = [
    .request, .deliver, .steal, .forge, .tamper, .wait, .set, .predict, .run, .repeat, .note,
  ]

  static let verbs = all.map(\.verb.rawValue)

  static let wait = VerbGrammar(
    .wait, Codec<TimeSpan>.duration, "time passes: 30s, 15m, 12h, 30d"
  ) { .wait($0) }

  static let set = VerbGrammar(
    .set,
    Table<[Setting]>([
      .required("set", .settings, "what changes here: defences, or a provider's condition") {
        $0 = $1
      }
    ]),
    { [] }
  ) { settings, node, reading in
    for setting in settings where !setting.changesInRuns {
      reading.say(.onlyDefences(setting.text), node["set"] ?? node)
    }
    return .set(settings)
  }

  static let note = VerbGrammar(.note, Codec<String>.prose, "a remark to the reader") { .note($0) }
}
