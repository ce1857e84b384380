import Simulation
import Trace

/// The parts of an answer that a capture or a thief takes, both in the same words.
enum PartOfAnswer {
  case redirectURL
  case redirectParameter(String)
  case cookie(String)
  case json(String)
  case field(String)

  static func parse(_ line: inout Line, form: String) throws(Misread) -> PartOfAnswer {
    guard let first = line.next() else { throw Misread(.wrongForm(form), line.range) }
    if first.text == "redirect.url" { return .redirectURL }
    if let (head, parameter) = first.split(at: "."), head.text == "redirect",
      !parameter.text.isEmpty
    {
      return .redirectParameter(parameter.text)
    }
    guard ["cookie", "json", "field"].contains(first.text) else {
      throw Misread(.wrongForm(form), first.range)
    }
    guard let name = line.next() else {
      throw Misread(.needs(first.text, "a name"), first.range)
    }
    switch first.text {
    case "cookie": return .cookie(name.text)
    case "json": return .json(name.text)
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
  private static let form = "redirect.url, redirect.PARAMETER, cookie NAME, json PATH or field NAME"

  static let captureSource = Codec.line(form) { line, _ throws(Misread) in
    var line = line
    let part = try PartOfAnswer.parse(&line, form: form)
    if let more = line.rest() { throw Misread(.nothingMore(more.text), more.range) }
    switch part {
    case .redirectURL: return .redirectURL
    case .redirectParameter(let name): return .redirectParameter(name)
    case .cookie(let name): return .cookie(name)
    case .json(let path): return .json(path)
    case .field(let name): return .formField(name)
    }
  }
}

struct Theft: Sendable {
  let loot: Loot
  let victim: Int
}

extension Codec where Value == Theft {
  private static let form =
    "cookie NAME, json PATH, redirect.url or redirect.PARAMETER, then: from CLIENT"

  static let theft = Codec.line(form) { line, reading throws(Misread) in
    var line = line
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
    case .field: throw Misread(.wrongForm(form), line.range)
    }
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
