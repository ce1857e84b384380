/// The type of a value, as the JSON Schema tells it.
indirect enum Schema: Sendable {
  /// Any single value, taken as the text that it is written in.
  case text
  /// Text in a grammar of its own, shown to the writer: "CLIENT METHOD URL".
  case line(String)
  case integer(ClosedRange<Int>)
  case boolean
  case words([String])
  case list(Schema)
  case oneOrList(Schema)
  case map(Schema)
  case object(ObjectSchema)
  case anyOf([Schema])
  /// Any value: it becomes JSON as it is.
  case anything
  /// Steps, which hold steps.
  case steps
  /// Defences with their levels.
  case defences
  /// `defences.pkce: off`
  case settings
  /// A name of the engine or of the guide.
  case claim, defence, check
}

struct ObjectSchema: Sendable {
  struct Member: Sendable {
    let key: String
    /// What it is for, one sentence.
    let words: String
    let isRequired: Bool
    let schema: Schema
  }

  let members: [Member]
}
