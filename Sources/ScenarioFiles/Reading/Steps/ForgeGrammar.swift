import Simulation
import Trace
import Wire

extension VerbGrammar {
  private struct Draft {
    var from: ForgedFrom?
    var header: [Pair] = []
    var claims: [Pair] = []
    var signature = ForgedSignature.empty
    var by: String?
    var name = ""
    var key: ForgedEnvelope.Key?
    var envelope: [Pair] = []
    var isCompressed = false
    var filler = 0
  }

  static let forge = VerbGrammar(
    .forge,
    Table<Draft>([
      .required("forge", .forgedFrom, "token from $name, or token") { $0.from = $1 },
      .optional("header", .jsonMembers, "members of the header that change") { $0.header = $1 },
      .optional("claims", .jsonMembers, "claims that change") { $0.claims = $1 },
      .required(
        "signature", .forgedSignature,
        "empty, kept, respelt, hmac SECRET, with $key, own key, cracked"
      ) {
        $0.signature = $1
      },
      .optional("encrypt", .envelopeKey, "an envelope around it: with $key, or password TEXT") {
        $0.key = $1
      },
      .optional("envelope", .jsonMembers, "members written into the closed envelope's header") {
        $0.envelope = $1
      },
      .optional("compress", .boolean, "true: what is in the envelope is compressed") {
        $0.isCompressed = $1
      },
      .optional("filler", .integer(1...5_000_000), "so many letters instead of a token") {
        $0.filler = $1
      },
      .optional("by", .known("attacker") { $0.names.attackers }, "the forger") { $0.by = $1 },
      .required("as", .name("capture"), "the name of the token, used as $name") { $0.name = $1 },
    ]),
    { Draft() }
  ) { draft, node, reading in
    let attackers = reading.names.attackers
    let forger = draft.by ?? (attackers.count == 1 ? attackers.first : nil)
    guard let forger, let index = reading.names.clientNames.firstIndex(of: forger) else {
      if attackers.isEmpty {
        reading.say(.noAttacker(.forge), node)
      } else if node["by"] == nil {
        reading.say(.whichAttacker(attackers), node)
      }
      return nil
    }
    guard let from = draft.from else { return nil }
    if from == .nothing, draft.signature.needsToken {
      reading.say(.nothingToKeep, node["signature"] ?? node)
    }
    var step = ForgeStep(
      from: from.template, header: draft.header, claims: draft.claims, signature: draft.signature,
      name: draft.name, by: index)
    step.filler = draft.filler
    guard let key = draft.key else {
      for name in ["envelope", "compress", "filler"] {
        if let value = node[name] { reading.say(.withoutEnvelope(name), value) }
      }
      return .forge(step)
    }
    var envelope = ForgedEnvelope(key: key)
    envelope.header = draft.envelope
    envelope.isCompressed = draft.isCompressed
    step.envelope = envelope
    return .forge(step)
  }
}

/// What a forger starts from.
enum ForgedFrom: Hashable, Sendable {
  case nothing
  case token(Template)

  var template: Template? {
    switch self {
    case .nothing: nil
    case .token(let template): template
    }
  }
}

extension ForgedSignature {
  /// Whether there has to be a token that it is of.
  fileprivate var needsToken: Bool {
    switch self {
    case .kept, .respelt, .cracked: true
    case .empty, .hmac, .with, .own: false
    }
  }
}

extension Codec where Value == ForgedEnvelope.Key {
  private static let form = "with $key, or password TEXT"

  static let envelopeKey = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    let how = line.next()?.text
    guard let value = line.rest(), how == "with" || how == "password" else {
      throw Misread(.wrongForm(form), line.range)
    }
    let template = try TemplateParser.parse(value, reading)
    return how == "with" ? .with(template) : .password(template)
  }
}

extension Codec where Value == ForgedFrom {
  private static let form = "token from $name, jwt from $name, or token"

  static let forgedFrom = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    if line.text == "token" { return .nothing }
    guard line.count == 3, let what = line.next(), ["token", "jwt"].contains(what.text),
      line.next()?.text == "from", let source = line.next()
    else { throw Misread(.wrongForm(form), line.range) }
    return .token(try TemplateParser.parse(source, reading))
  }
}

extension Codec where Value == ForgedSignature {
  private static let form =
    "empty, kept, respelt, hmac SECRET, with $key, own key, own key in header, or cracked"

  static let forgedSignature = Codec.line(form) { line, reading throws(Misread) in
    var line = line
    switch (line.next()?.text, line.count) {
    case ("empty", 1): return .empty
    case ("kept", 1): return .kept
    case ("respelt", 1): return .respelt
    case ("cracked", 1): return .cracked
    case ("own", 2) where line.text == "own key": return .own(inHeader: false)
    case ("own", 4) where line.text == "own key in header": return .own(inHeader: true)
    case ("with", 2):
      guard let key = line.next() else { throw Misread(.wrongForm(form), line.range) }
      return .with(try TemplateParser.parse(key, reading))
    case ("hmac", 2...):
      guard let secret = line.rest() else { throw Misread(.wrongForm(form), line.range) }
      return .hmac(try TemplateParser.parse(secret, reading))
    default: throw Misread(.wrongForm(form), line.range)
    }
  }
}

extension Codec where Value == [Pair] {
  /// Members of a JSON object: lists and mappings as they are, plain numbers, true, false and null
  /// as in JSON, everything else as strings.
  static let jsonMembers = Codec<[NamedEntry<JSONValue>]>.entries(
    Codec<JSONValue>(.anything) { node, _ in node.json }
  ).map { entries, _, _ in entries.map { Pair($0.key.text, $0.value.text()) } }
}
