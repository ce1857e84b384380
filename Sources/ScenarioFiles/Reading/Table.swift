/// One key of a mapping: how its value is read into the draft, and what it is for.
struct Property<Draft>: Sendable {
  let key: String
  let words: String
  let isRequired: Bool
  let schema: Schema
  /// False when something was wrong.
  let read: @Sendable (Node, Reading, inout Draft) -> Bool

  static func optional<Value>(
    _ key: String, _ codec: Codec<Value>, _ words: String,
    _ store: @escaping @Sendable (inout Draft, Value) -> Void
  ) -> Property {
    Property(key, codec, words, isRequired: false, store)
  }

  static func required<Value>(
    _ key: String, _ codec: Codec<Value>, _ words: String,
    _ store: @escaping @Sendable (inout Draft, Value) -> Void
  ) -> Property {
    Property(key, codec, words, isRequired: true, store)
  }

  private init<Value>(
    _ key: String, _ codec: Codec<Value>, _ words: String, isRequired: Bool,
    _ store: @escaping @Sendable (inout Draft, Value) -> Void
  ) {
    self.key = key
    self.words = words
    self.isRequired = isRequired
    schema = codec.schema
    read = { node, reading, draft in
      guard let value = codec.read(node, reading) else { return false }
      store(&draft, value)
      return true
    }
  }
}

/// The keys of a mapping: reading and the JSON Schema both come from this one description.
struct Table<Draft>: Sendable {
  let properties: [Property<Draft>]

  init(_ properties: [Property<Draft>]) { self.properties = properties }

  var schema: ObjectSchema {
    ObjectSchema(
      members: properties.map {
        ObjectSchema.Member(
          key: $0.key, words: $0.words, isRequired: $0.isRequired, schema: $0.schema)
      })
  }

  /// Reads every key that is there; false when a value was wrong, a key unknown or one missing.
  func read(_ node: Node, into draft: inout Draft, _ reading: Reading) -> Bool {
    guard let entries = node.entries else {
      reading.say(.expected("a mapping", found: node.kind), node)
      return false
    }
    return read(entries, of: node, into: &draft, reading)
  }

  /// The same for a part of a mapping's keys; `beside` are those that somebody else reads.
  func read(
    _ entries: [Node.Entry], of node: Node, into draft: inout Draft, _ reading: Reading,
    beside others: [String] = []
  ) -> Bool {
    var isComplete = true
    var slips: [String] = []
    for entry in entries where !entry.key.text.hasPrefix("x-") {
      if let property = properties.first(where: { $0.key == entry.key.text }) {
        if !property.read(entry.value, reading, &draft) { isComplete = false }
      } else {
        let known = reading.report.isFull ? [] : others + properties.map(\.key)
        reading.say(.unknownKey(entry.key.text, among: known), entry.key.range)
        if let meant = Nearest.word(to: entry.key.text, among: known) { slips.append(meant) }
        isComplete = false
      }
    }
    for property in properties where property.isRequired {
      if entries.contains(where: { $0.key.text == property.key }) { continue }
      isComplete = false
      // The misspelt key was told already.
      if slips.contains(property.key) { continue }
      reading.say(.missingKey(property.key, for: property.words), node)
    }
    return isComplete
  }

  /// The mapping as a value; `finish` says what only the whole can be wrong in.
  func codec<Value>(
    _ empty: @escaping @Sendable () -> Draft,
    _ finish: @escaping @Sendable (Draft, Node, Reading) -> Value?
  ) -> Codec<Value> {
    Codec(.object(schema)) { node, reading in
      var draft = empty()
      let isComplete = read(node, into: &draft, reading)
      let value = finish(draft, node, reading)
      return isComplete ? value : nil
    }
  }
}
