/// One member, named after the kind of event.
extension Event: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      switch self {
      case .sent(let value): line.field("sent", value)
      case .received(let value): line.field("received", value)
      case .ledger(let value): line.field("ledger", value)
      case .storeRead(let value): line.field("read", value)
      case .storeChanged(let value): line.field("changed", value)
      case .omitted(let value): line.field("omitted", value)
      case .cookie(let value): line.field("cookie", value)
      case .browserStorage(let value): line.field("storage", value)
      case .navigated(let value): line.field("navigated", value)
      case .clockMoved(let value): line.field("clock", value)
      case .minted(let value): line.field("minted", value)
      case .crypto(let value): line.field("crypto", value)
      case .act(let value): line.field("act", value)
      case .settingChanged(let value): line.field("setting", value)
      case .note(let value): line.field("note", value)
      case .unapplied(let value): line.field("unapplied", value)
      }
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      if let event = try Event.message(from: &line) { return event }
      if let event = try Event.keeping(from: &line) { return event }
      if let event = try Event.doing(from: &line) { return event }
      throw line.error("unknown kind of event")
    }
  }

  private static func message(from line: inout LineReader) throws(LineError) -> Event? {
    if let value: SentRequest = try line.optional("sent") { return .sent(value) }
    if let value: ReceivedResponse = try line.optional("received") { return .received(value) }
    if let value: CheckLedger = try line.optional("ledger") { return .ledger(value) }
    return nil
  }

  private static func keeping(from line: inout LineReader) throws(LineError) -> Event? {
    if let value: StoreRead = try line.optional("read") { return .storeRead(value) }
    if let value: StoreChange = try line.optional("changed") { return .storeChanged(value) }
    if let value: Omission = try line.optional("omitted") { return .omitted(value) }
    if let value: CookieDecision = try line.optional("cookie") { return .cookie(value) }
    if let value: StorageUse = try line.optional("storage") { return .browserStorage(value) }
    if let value: SecretID = try line.optional("minted") { return .minted(value) }
    return nil
  }

  private static func doing(from line: inout LineReader) throws(LineError) -> Event? {
    if let value: Navigation = try line.optional("navigated") { return .navigated(value) }
    if let value: TimeSpan = try line.optional("clock") { return .clockMoved(value) }
    if let value: CryptoUse = try line.optional("crypto") { return .crypto(value) }
    if let value: AttackAct = try line.optional("act") { return .act(value) }
    if let value: String = try line.optional("setting") { return .settingChanged(value) }
    if let value: String = try line.optional("note") { return .note(value) }
    if let value: String = try line.optional("unapplied") { return .unapplied(value) }
    return nil
  }
}

extension Record: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("time", time)
      writePlaceAndEvent(to: &line)
    }
  }

  /// All but the time, which has an area of its own.
  func writePlaceAndEvent(to line: inout LineWriter) {
    line.field("party", party)
    line.field("instance", instance)
    line.field("path", path)
    line.field("event", event)
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      let time: Instant = try line.field("time")
      return try Record(
        party: line.field("party"), instance: line.field("instance"), path: line.field("path"),
        time: time, event: line.field("event"))
    }
  }
}
