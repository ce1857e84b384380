import Ledger
import Wire

extension RowKey: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("text", text)
      line.optional("secret", secret)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try RowKey(line.field("text"), secret: line.optional("secret"))
    }
  }
}

extension StoreRead: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("store", store)
      line.field("key", key)
      line.optional("row", row)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      store: line.field("store"), key: line.field("key"), row: line.optional("row"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension StoreChange: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("store", store)
      line.field("key", key)
      line.optional("before", before)
      line.optional("after", after)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      store: line.field("store"), key: line.field("key"), before: line.optional("before"),
      after: line.optional("after"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension Omission: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("defence", defence.text)
      line.field("behaviour", behaviour)
      line.field("effect", effect)
      line.optional("store", store)
      line.optional("key", key)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      defence: DefenceID(line.field("defence")), behaviour: line.field("behaviour"),
      effect: line.field("effect"), store: line.optional("store"), key: line.optional("key"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension CookieFate: LineValue {}

extension CookieDecision: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("name", name)
      line.field("value", value)
      line.field("fate", fate)
      line.field("reason", reason)
      line.field("host", host)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      name: line.field("name"), value: line.field("value"), fate: line.field("fate"),
      reason: line.field("reason"), host: line.field("host"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension StorageUse: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("origin", origin)
      line.field("key", key)
      line.optional("value", value)
      line.field("wrote", wrote)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      origin: line.field("origin"), key: line.field("key"), value: line.optional("value"),
      wrote: line.field("wrote"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension Navigation: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("url", url)
      line.optional("initiator", initiator)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(url: line.field("url"), initiator: line.optional("initiator"))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension CryptoOperation: LineValue {}

extension CryptoUse: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("operation", operation)
      line.field("algorithm", algorithm)
      line.optional("amount", amount == 1 ? nil : amount)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      operation: line.field("operation"), algorithm: line.field("algorithm"),
      amount: Self.amount(line.optional("amount")))
    try line.expect(UInt8(ascii: "}"))
  }
}

extension CryptoUse {
  /// Within bounds, so that a file's amounts can be added up.
  private static func amount(_ written: Int?) -> Int { min(max(written ?? 1, 0), 1 << 40) }
}

extension AttackKind: LineValue {}

extension AttackAct: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("kind", kind)
      line.field("text", text)
      line.optional("target", target)
      line.optional("taken", taken)
      line.optional("made", made)
      line.optional("loot", loot)
      line.optional("value", lootValue)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(
      kind: line.field("kind"), text: line.field("text"), target: line.optional("target"),
      taken: line.optional("taken"), made: line.optional("made"), loot: line.optional("loot"),
      lootValue: line.optional("value"))
    try line.expect(UInt8(ascii: "}"))
  }
}
