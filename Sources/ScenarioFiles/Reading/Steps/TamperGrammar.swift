import Simulation
import Trace

extension VerbGrammar {
  static let tamper = VerbGrammar(
    .tamper,
    Table<TamperStep>([
      .required("tamper", .laterMessage, "STEP/MESSAGE, as in callback/1.1") { $0.address = $1 },
      .required("edit", .edits, "fields and their new values; null removes one") { $0.edits = $1 },
    ]),
    { TamperStep(address: Address(step: StepID(""), path: SendPath()), edits: []) }
  ) { step, node, reading in
    if reading.names.attackers.isEmpty { reading.say(.noAttacker(.tamper), node) }
    return .tamper(step)
  }
}

extension Codec where Value == Address {
  private static let form = "STEP/MESSAGE, as in callback/1.1"

  /// A message of a later step, `callback/1.1`, or of one round of a repeated one, `poll[3]/1`.
  static let laterMessage = Codec.line(form) { line, reading throws(Misread) in
    let whole = Line.Word(text: line.text, range: line.range)
    guard let (step, path) = whole.split(at: "/") else {
      throw Misread(.wrongForm(form), line.range)
    }
    guard let path = SendPath(path.text) else {
      throw Misread(.notSendPath(path.text), path.range)
    }
    return Address(step: try stepID(step, reading), path: path)
  }

  private static func stepID(_ word: Line.Word, _ reading: Reading) throws(Misread) -> StepID {
    let (name, round) = try round(word)
    guard let index = reading.names.step(named: name.text) else {
      throw Misread(.unknownName(name.text, "step", among: reading.names.stepNames), name.range)
    }
    let step = reading.names.steps[index]
    guard step.verb?.sends ?? true else {
      throw Misread(.nothingToTamper(name.text, step.verb ?? .note), name.range)
    }
    if let here = reading.step, index <= here {
      throw Misread(.tampersPast(name.text), name.range)
    }
    return StepID(name.text, round: round)
  }

  private static func round(
    _ word: Line.Word
  ) throws(Misread) -> (name: Line.Word, round: Int32) {
    guard let (name, tail) = word.split(at: "[") else { return (word, 0) }
    guard tail.text.hasSuffix("]"), let round = Int32(tail.text.dropLast()), round > 0 else {
      throw Misread(.expected("the number of a round, as in poll[3]", found: word.text), word.range)
    }
    return (name, round)
  }
}

extension Codec where Value == [ScriptedEdit] {
  static let edits = Codec(.map(.text)) { node, reading in
    guard let entries = node.entries, !entries.isEmpty else {
      let found = node.entries == nil ? node.kind : "none"
      reading.say(.expected("fields to edit", found: found), node)
      return nil
    }
    return entries.allOrNil { read($0, reading) }
  }

  private static func read(_ entry: Node.Entry, _ reading: Reading) -> ScriptedEdit? {
    let word = Line.Word(text: entry.key.text, range: 0..<entry.key.text.utf8.count)
    guard let field = field(word) else {
      reading.say(.unknownField(word.text), entry.key.range)
      return nil
    }
    guard entry.value.isNull else {
      return Codec<Template>.template.read(entry.value, reading).map {
        ScriptedEdit(field: field, value: $0)
      }
    }
    switch field {
    case .method, .path, .body:
      reading.say(.cannotRemove(word.text), entry.value)
      return nil
    case .header, .form, .query, .cookie: return ScriptedEdit(field: field, value: nil)
    }
  }

  private static func field(_ word: Line.Word) -> MessageField? {
    MessageField(word)
  }
}

extension MessageField {
  /// `method`, `path`, `body`, or one of several: `form.code`, `header.Origin`.
  init?(_ word: Line.Word) {
    switch word.text {
    case "method":
      self = .method
      return
    case "path":
      self = .path
      return
    case "body":
      self = .body
      return
    default: break
    }
    guard let (kind, name) = word.split(at: "."), !name.text.isEmpty else { return nil }
    switch kind.text {
    case "header": self = .header(name.text)
    case "form": self = .form(name.text)
    case "query": self = .query(name.text)
    case "cookie": self = .cookie(name.text)
    default: return nil
    }
  }
}
