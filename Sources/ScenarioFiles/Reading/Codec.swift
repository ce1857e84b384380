import Trace

/// How a value is read from a node, with the schema of the same.
struct Codec<Value>: Sendable {
  let schema: Schema
  /// Nil when something was wrong, which is told then.
  let read: @Sendable (Node, Reading) -> Value?

  init(_ schema: Schema, _ read: @escaping @Sendable (Node, Reading) -> Value?) {
    self.schema = schema
    self.read = read
  }

  /// Text in a grammar of one line; what it throws is told at the word that it is about.
  static func line(
    _ form: String,
    _ parse: @escaping @Sendable (Line, Reading) throws(Misread) -> Value
  ) -> Codec {
    Codec(.line(form)) { node, reading in
      guard let text = node.text, !node.isNull else {
        reading.say(.expected("text (\(form))", found: node.kind), node)
        return nil
      }
      return reading.attempt(in: node) { () throws(Misread) in
        try parse(Line(text, node: node), reading)
      }
    }
  }

  func map<Other>(
    _ change: @escaping @Sendable (Value, Node, Reading) -> Other?
  ) -> Codec<Other> {
    Codec<Other>(schema) { node, reading in
      self.read(node, reading).flatMap { change($0, node, reading) }
    }
  }
}

extension Codec where Value == String {
  /// Any single value as it is written; nothing written is the empty text.
  static let text = Codec(.text) { node, reading in
    if let text = node.text { return text }
    reading.say(.expected("text", found: node.kind), node)
    return nil
  }

  /// Text that says something.
  static let prose = Codec(.text) { node, reading in
    guard let text = node.text, !text.utf8.allSatisfy({ $0 == 32 || $0 == 10 }) else {
      reading.say(.expected("text", found: node.text == nil ? node.kind : "nothing"), node)
      return nil
    }
    return text
  }
}

extension Codec where Value == Int {
  static func integer(_ range: ClosedRange<Int>) -> Codec {
    Codec(.integer(range)) { node, reading in
      guard let text = node.text, let number = Int(text), String(number) == text else {
        reading.say(.expected("a whole number", found: node.text ?? node.kind), node)
        return nil
      }
      guard range.contains(number) else {
        reading.say(.outOfRange(number, range), node)
        return nil
      }
      return number
    }
  }
}

extension Codec where Value == Bool {
  static let boolean = Codec(.boolean) { node, reading in
    if node.text == "true" { return true }
    if node.text == "false" { return false }
    reading.say(.expected("true or false", found: node.text ?? node.kind), node)
    return nil
  }
}

extension Codec where Value == TimeSpan {
  static let duration = Codec.line("30s, 15m, 12h, 30d") { line, _ throws(Misread) in
    guard let span = TimeSpan(line.text) else {
      throw Misread(.notDuration(line.text), line.range)
    }
    return span
  }
}

extension Codec where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One of an enum's words.
  static func word(except left: [Value] = []) -> Codec where Value: Equatable {
    let words = Value.allCases.filter { !left.contains($0) }.map(\.rawValue)
    return Codec(.words(words)) { node, reading in
      if let text = node.text, words.contains(text) { return Value(rawValue: text) }
      reading.say(.unknownWord(node.text ?? node.kind, among: words), node)
      return nil
    }
  }
}

extension Codec {
  static func list<Element>(_ element: Codec<Element>) -> Codec where Value == [Element] {
    Codec(.list(element.schema)) { node, reading in
      guard let items = node.items else {
        reading.say(.expected("a list", found: node.kind), node)
        return nil
      }
      return items.allOrNil { element.read($0, reading) }
    }
  }

  static func oneOrList<Element>(_ element: Codec<Element>) -> Codec where Value == [Element] {
    let list = Codec<[Element]>.list(element)
    return Codec(.oneOrList(element.schema)) { node, reading in
      node.items == nil ? element.read(node, reading).map { [$0] } : list.read(node, reading)
    }
  }

  /// A mapping with names for keys.
  static func entries<Element>(
    _ element: Codec<Element>
  ) -> Codec where Value == [NamedEntry<Element>] {
    Codec(.map(element.schema)) { node, reading in
      guard let entries = node.entries else {
        if node.isNull { return [] }
        reading.say(.expected("a mapping", found: node.kind), node)
        return nil
      }
      return entries.allOrNil { entry in
        element.read(entry.value, reading).map {
          NamedEntry(key: entry.key, node: entry.value, value: $0)
        }
      }
    }
  }
}

struct NamedEntry<Value> {
  let key: Node.Key
  let node: Node
  let value: Value
}

extension Array {
  /// Every element read, so that every mistake is told; nil when one failed.
  func allOrNil<Other>(_ read: (Element) -> Other?) -> [Other]? {
    let all = compactMap(read)
    return all.count == count ? all : nil
  }
}
