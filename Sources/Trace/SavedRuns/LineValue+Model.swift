import Ledger
import Wire

extension PartyKind: LineValue {}
extension SecretKind: LineValue {}
extension Verb: LineValue {}
extension Pane: LineValue {}
extension RunVerdict: LineValue {}

extension Party: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("name", name)
      line.field("title", title)
      line.field("kind", kind)
      line.optional("origin", origin)
      line.field("instances", instances)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try Party(
        name: line.field("name"), title: line.field("title"), kind: line.field("kind"),
        origin: line.optional("origin"), instances: line.field("instances"))
    }
  }
}

extension StoreInfo: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("database", database)
      line.field("table", table)
      line.field("owner", owner)
      line.optional("instance", instance)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try StoreInfo(
        database: line.field("database"), table: line.field("table"), owner: line.field("owner"),
        instance: line.optional("instance"))
    }
  }
}

extension ScriptLine: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("name", name)
      line.field("verb", verb)
      line.field("caption", caption)
      line.optional("look", look)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try ScriptLine(
        name: line.field("name"), verb: line.field("verb"), caption: line.field("caption"),
        look: line.optional("look"))
    }
  }
}

extension DefenceState: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("id", id.text)
      line.field("title", title)
      line.field("level", level)
      line.field("levels", levels)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try DefenceState(
        id: DefenceID(line.field("id")), title: line.field("title"), level: line.field("level"),
        levels: line.field("levels"))
    }
  }
}

extension RunIdentity: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("scenario", scenario)
      line.field("title", title)
      line.optional("variant", variant)
      line.field("seed", seed)
      line.field("settings", settings)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try RunIdentity(
        scenario: line.field("scenario"), title: line.field("title"),
        variant: line.optional("variant"), seed: line.field("seed"),
        settings: line.field("settings"))
    }
  }
}

extension StepID: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("name", name)
      line.field("round", round)
    }
  }

  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      try StepID(line.field("name"), round: line.field("round"))
    }
  }
}

extension Secret: LineValue {
  func write(to line: inout LineWriter) {
    line.object { line in
      line.field("name", name)
      line.field("kind", kind)
      line.field("value", value)
      line.optional("owner", owner)
      line.field("step", mintedAt.step)
      line.field("path", mintedAt.path)
      line.optional("from", derivedFrom)
    }
  }

  /// Counts itself among the secrets that later values may refer to.
  init(from line: inout LineReader) throws(LineError) {
    self = try line.object { line throws(LineError) in
      let name: String = try line.field("name")
      let kind: SecretKind = try line.field("kind")
      let value: String = try line.field("value")
      let owner: PartyID? = try line.optional("owner")
      let address = try Address(step: line.field("step"), path: line.field("path"))
      return try Secret(
        name: name, kind: kind, value: value, owner: owner, mintedAt: address,
        derivedFrom: line.optional("from"))
    }
    line.limits.secrets += 1
  }
}
