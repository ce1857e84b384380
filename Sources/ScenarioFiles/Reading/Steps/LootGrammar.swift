import Simulation
import Trace

/// The parts of an answer that a capture or a thief takes, both in the same words.
enum PartOfAnswer {
  case redirectURL
  case redirectParameter(String)
  case cookie(String)
  case json(String)
  case field(String)
  case storage(String)
  case mail(String)
  case sent(String)
  case message(String)
  case kept(String)

  static func parse(_ line: inout Line, form: String) throws(Misread) -> PartOfAnswer {
    guard let first = line.next() else { throw Misread(.wrongForm(form), line.range) }
    if first.text == "redirect.url" { return .redirectURL }
    if let (head, parameter) = first.split(at: "."), head.text == "redirect",
      !parameter.text.isEmpty
    {
      return .redirectParameter(parameter.text)
    }
    let heads = ["cookie", "json", "field", "storage", "mail", "sent", "message", "kept"]
    guard heads.contains(first.text) else {
      throw Misread(.wrongForm(form), first.range)
    }
    guard let name = line.next() else {
      throw Misread(.needs(first.text, "a name"), first.range)
    }
    switch first.text {
    case "cookie": return .cookie(name.text)
    case "json": return .json(name.text)
    case "storage": return .storage(name.text)
    case "mail": return .mail(name.text)
    case "sent": return .sent(name.text)
    case "message": return .message(name.text)
    case "kept": return .kept(name.text)
    default: return .field(name.text)
    }
  }
}

extension Codec where Value == [Capture] {
  static let captures = Codec<[NamedEntry<CaptureSource>]>.entries(.captureSource).map {
    entries, _, reading -> [Capture]? in
    entries.allOrNil { entry -> Capture? in
      guard Identifier.check(entry.key, "capture", reading) else { return nil }
      return Capture(name: entry.key.text, source: entry.value)
    }
  }
}

extension Codec where Value == CaptureSource {
  private static let form =
    "redirect.url, redirect.PARAMETER, cookie NAME, json PATH, field NAME, sent HEADER, mail USER,"
    + " message NAME or kept NAME"

  static let captureSource = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    let part = try PartOfAnswer.parse(&line, form: form)
    if let more = line.rest() { throw Misread(.nothingMore(more.text), more.range) }
    switch part {
    case .redirectURL: return .redirectURL
    case .redirectParameter(let name): return .redirectParameter(name)
    case .cookie(let name): return .cookie(name)
    case .json(let path): return .json(path)
    case .field(let name): return .formField(name)
    case .sent(let name): return .sent(name)
    case .mail(let user):
      guard reading.names.users.contains(user) else {
        throw Misread(.unknownName(user, "user", among: reading.names.users), line.range)
      }
      return .mail(user)
    case .message(let name): return .message(name)
    case .kept(let name): return .kept(name)
    case .storage: throw Misread(.wrongForm(form), line.range)
    }
  }
}

struct Theft: Sendable {
  let loot: Loot
  let victim: Int
}

extension Codec where Value == Theft {
  private static let form =
    "cookie, json, storage or sent NAME, redirect.url or redirect.PARAMETER, then from CLIENT; key"
    + " SECRET from STORE; or verifying-key from SERVER"

  static let theft = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    if line.peek?.text == "key" { return try key(&line, reading) }
    if line.peek?.text == "verifying-key" { return try verifyingKey(&line, reading) }
    let part = try PartOfAnswer.parse(&line, form: form)
    guard let from = line.next(), from.text == "from", let client = line.next(), line.isAtEnd
    else { throw Misread(.wrongForm(form), line.range) }
    let victim = try ClientName.index(client, reading)
    switch part {
    case .redirectURL: return Theft(loot: .redirectURL, victim: victim)
    case .redirectParameter(let name):
      return Theft(loot: .redirectParameter(name), victim: victim)
    case .cookie(let name): return Theft(loot: .cookie(name), victim: victim)
    case .json(let path): return Theft(loot: .json(path), victim: victim)
    case .storage(let key): return Theft(loot: .storage(key), victim: victim)
    case .sent(let name): return Theft(loot: .sent(name), victim: victim)
    case .field, .mail, .message, .kept: throw Misread(.wrongForm(form), line.range)
    }
  }

  /// `verifying-key from billing`
  private static func verifyingKey(
    _ line: inout Line, _ reading: Reading
  ) throws(Misread) -> Theft {
    guard line.count == 3, line.next() != nil, line.next()?.text == "from",
      let server = line.next()
    else { throw Misread(.wrongForm(form), line.range) }
    let known = reading.names.serverNames
    guard known.contains(server.text) else {
      throw Misread(.unknownName(server.text, "server", among: known), server.range)
    }
    return Theft(loot: .verifyingKey(server: server.text), victim: 0)
  }

  /// `key sid#1 from sessions`
  private static func key(_ line: inout Line, _ reading: Reading) throws(Misread) -> Theft {
    guard line.count == 4, line.next() != nil, let secret = line.next(),
      line.next()?.text == "from", let store = line.next()
    else { throw Misread(.wrongForm(form), line.range) }
    let known = reading.names.databases
    guard known.contains(store.text) else {
      throw Misread(.unknownName(store.text, "store", among: known), store.range)
    }
    return Theft(loot: .rowKey(store: store.text, secret: secret.text), victim: 0)
  }
}

extension VerbGrammar {
  static let steal = VerbGrammar(
    .steal,
    Table<StealStep>([
      .required("steal", .theft, "LOOT from CLIENT, as in cookie sid from laptop") {
        $0.loot = $1.loot
        $0.victim = $1.victim
      },
      .required("via", .word(), "the channel that shows it to the thief") { $0.channel = $1 },
      .required("as", .name("capture"), "the name of the loot, used as $name") { $0.name = $1 },
    ]),
    { StealStep(loot: .redirectURL, victim: 0, channel: .network, name: "") }
  ) { step, node, reading in
    if reading.names.attackers.isEmpty { reading.say(.noAttacker(.steal), node) }
    return .steal(step)
  }
}
