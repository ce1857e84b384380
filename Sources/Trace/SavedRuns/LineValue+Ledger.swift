import Ledger

extension CheckInfo: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("id", id.text)
      line.field("title", title)
      line.field("reference", reference)
      line.optional("defence", defence?.text)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      let id = CheckID(try line.field("id"))
      let title: String = try line.field("title")
      let reference: String = try line.field("reference")
      let defence: String? = try line.optional("defence")
      return CheckInfo(id, title, reference, defence: defence.map { DefenceID($0) })
    }
  }
}

extension CheckLedger: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("endpoint", endpoint)
      line.field("rows", rows)
    }
  }

  convenience init(from line: inout LineReader) throws(LineError) {
    try line.expect(UInt8(ascii: "{"))
    try self.init(endpoint: line.field("endpoint"), rows: line.field("rows"))
    try line.expect(UInt8(ascii: "}"))
  }
}

/// The check by its number, the outcome in words.
extension LedgerRow: LineValue {
  func write(to line: inout LineWriter) {
    let number = line.checks.number(of: check)
    line.object { line in
      line.field("check", number)
      outcome.writeMembers(to: &line)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try line.member("check")
      let number = try line.index(below: line.limits.checks.count, of: "check")
      return LedgerRow(line.limits.checks[number], try Outcome(membersFrom: &line))
    }
  }
}

extension Outcome {
  private enum Word: String, LineValue {
    case pass, fail, off
    case notApplicable = "not-applicable"
    case notReached = "not-reached"
  }

  func writeMembers(to line: inout LineWriter) {
    switch self {
    case .pass: line.field("outcome", Word.pass)
    case .fail(let expected, let actual):
      line.field("outcome", Word.fail)
      line.field("expected", expected)
      line.field("actual", actual)
    case .off(let waiver, let finding):
      line.field("outcome", Word.off)
      waiver.writeMember(to: &line)
      finding.writeMembers(to: &line)
    case .notApplicable(let why):
      line.field("outcome", Word.notApplicable)
      line.field("why", why)
    case .notReached: line.field("outcome", Word.notReached)
    }
  }

  init(membersFrom line: inout LineReader) throws(LineError) {
    let word: Word = try line.field("outcome")
    switch word {
    case .pass: self = .pass
    case .fail:
      self = .fail(expected: try line.field("expected"), actual: try line.field("actual"))
    case .off: self = .off(try Waiver(memberFrom: &line), try Finding(membersFrom: &line))
    case .notApplicable: self = .notApplicable(try line.field("why"))
    case .notReached: self = .notReached
    }
  }
}

extension Waiver {
  fileprivate func writeMember(to line: inout LineWriter) {
    switch self {
    case .defence(let id): line.field("defence", id.text)
    case .caller(let words): line.field("caller", words)
    }
  }

  fileprivate init(memberFrom line: inout LineReader) throws(LineError) {
    if let defence: String = try line.optional("defence") {
      self = .defence(DefenceID(defence))
    } else {
      self = .caller(try line.field("caller"))
    }
  }
}

extension Finding {
  private enum Word: String, LineValue { case holds, fails, moot }

  fileprivate func writeMembers(to line: inout LineWriter) {
    switch self {
    case .holds: line.field("finding", Word.holds)
    case .fails(let expected, let actual):
      line.field("finding", Word.fails)
      line.field("expected", expected)
      line.field("actual", actual)
    case .moot(let why):
      line.field("finding", Word.moot)
      line.field("why", why)
    }
  }

  fileprivate init(membersFrom line: inout LineReader) throws(LineError) {
    let word: Word = try line.field("finding")
    switch word {
    case .holds: self = .holds
    case .fails:
      self = .fails(expected: try line.field("expected"), actual: try line.field("actual"))
    case .moot: self = .moot(try line.field("why"))
    }
  }
}
