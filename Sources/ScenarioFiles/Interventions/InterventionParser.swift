import Simulation
import Trace
import Wire

extension Intervention {
  /// Reads `use/1 edit header.Origin=null`, as it stands behind `--change` and in a saved run.
  package static func parse(
    _ text: String, in scenario: Scenario, _ vocabulary: Vocabulary
  ) throws(Problem) -> Intervention {
    try InterventionParser(scenario: scenario, vocabulary: vocabulary).parse(text)
  }
}

/// The grammar of changes by hand: a place, a word, and what it needs in the form of a query.
struct InterventionParser {
  let scenario: Scenario
  let vocabulary: Vocabulary

  static let words = ["edit", "drop", "again", "answer", "edit-answer", "set", "insert"]

  func parse(_ text: String) throws(Problem) -> Intervention {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count >= 2 else { throw .notIntervention(text) }
    let at = try address(parts[0])
    var pairs = parts.count > 2 ? FormCoding.parse(parts[2]) : []
    let mark = try pairs["for"].map { text throws(Problem) in try fingerprint(text) }
    pairs.removeAll { $0.name == "for" }
    return Intervention(at: at, fingerprint: mark, change: try change(parts[1], pairs))
  }

  private func change(_ word: String, _ pairs: [Pair]) throws(Problem) -> Change {
    switch word {
    case "edit": return .edit(try pairs.mapThrowing(edit))
    case "drop": return .drop
    case "again": return .again
    case "answer": return .answer(try answer(pairs))
    case "edit-answer": return .editAnswer(try pairs.mapThrowing(answerEdit))
    case "set": return .setting(try setting(pairs))
    case "insert": return .insert(try own(pairs))
    default: throw .unknownWord(word, among: Self.words)
    }
  }

  // The place.

  /// `use/1`, `poll[3]/1.1`, `use`, `own#1/1`, `.end`.
  private func address(_ text: String) throws(Problem) -> Address {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var path = SendPath()
    if parts.count > 1 {
      guard let read = SendPath(parts[1]) else { throw .notSendPath(String(parts[1])) }
      path = read
    }
    return Address(step: try step(String(parts[0])), path: path)
  }

  private func step(_ text: String) throws(Problem) -> StepID {
    var name = text
    var round: Int32 = 0
    if let open = text.firstIndex(of: "["), text.hasSuffix("]") {
      let digits = text[text.index(after: open)...].dropLast()
      guard let number = Int32(digits), number > 0 else {
        throw .expected("the number of a round, as in poll[3]", found: text)
      }
      (name, round) = (String(text[..<open]), number)
    }
    let known = scenario.allSteps.map(\.id)
    guard known.contains(name) || name == Address.end.step.name || name.hasPrefix("own#") else {
      throw .unknownName(name, "step", among: known)
    }
    return StepID(name, round: round)
  }

  private func fingerprint(_ text: String) throws(Problem) -> Fingerprint {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 3 else { throw .expected("METHOD PATH SERVER", found: text) }
    return Fingerprint(
      to: words[words.count - 1], method: words[0],
      path: words[1..<words.count - 1].joined(separator: " "))
  }

  // What is changed.

  private func edit(_ pair: Pair) throws(Problem) -> Edit {
    let (name, value) = try edited(pair)
    return Edit(field: try field(name), value: value)
  }

  private func answerEdit(_ pair: Pair) throws(Problem) -> AnswerEdit {
    let (name, value) = try edited(pair)
    guard let field = AnswerField(name) else { throw .unknownAnswerField(name) }
    if field == .status {
      guard case .text(let text) = value, let number = Int(text), (100...599).contains(number)
      else { throw .expected("status=NUMBER, from 100 to 599", found: pair.value) }
    }
    return AnswerEdit(field: field, value: value)
  }

  /// The field's name, and what it is to hold.
  private func edited(_ pair: Pair) throws(Problem) -> (String, EditValue?) {
    if let name = pair.name.removing("without.") { return (name, nil) }
    if let name = pair.name.removing("secret.") { return (name, .secret(pair.value)) }
    if let name = pair.name.removing("token.") {
      return (name, .token(try forgery(FormCoding.parse(pair.value))))
    }
    return (pair.name, .text(pair.value))
  }

  private func field(_ name: String) throws(Problem) -> MessageField {
    let word = Line.Word(text: name, range: 0..<name.utf8.count)
    guard let field = MessageField(word) else { throw .unknownField(name) }
    return field
  }

  private func setting(_ pairs: [Pair]) throws(Problem) -> Setting {
    guard let pair = pairs.first, pairs.count == 1 else {
      throw .expected("one setting, NAME=VALUE", found: "\(pairs.count)")
    }
    return try Setting.parse("\(pair.name)=\(pair.value)", in: scenario, vocabulary)
  }

  private func answer(_ pairs: [Pair]) throws(Problem) -> Response {
    guard let status = pairs["status"].flatMap({ Int($0) }), (100...599).contains(status) else {
      throw .expected("status=NUMBER", found: pairs["status"] ?? "none")
    }
    return Response(status, headers: Headers(members(pairs, "header.")), body: pairs["body"] ?? "")
  }

  private func own(_ pairs: [Pair]) throws(Problem) -> OwnRequest {
    let clients = scenario.world.clients.map(\.name)
    let client = pairs["client"] ?? ""
    guard clients.contains(client) else { throw .unknownName(client, "client", among: clients) }
    let url = pairs["url"] ?? ""
    guard WireURL(url) != nil else { throw .expected("url=URL", found: url) }
    return OwnRequest(
      client: client, method: pairs["method"] ?? "GET", url: url,
      headers: members(pairs, "header."), cookies: members(pairs, "cookie."),
      body: pairs["body"] ?? "")
  }

  private func members(_ pairs: [Pair], _ prefix: String) -> [Pair] {
    pairs.compactMap { pair in pair.name.removing(prefix).map { Pair($0, pair.value) } }
  }

  // Tokens.

  private func forgery(_ pairs: [Pair]) throws(Problem) -> TokenForgery {
    var out = TokenForgery()
    for pair in pairs {
      if let name = pair.name.removing("header.") {
        out.header.append(MemberEdit(name, pair.value))
      } else if let name = pair.name.removing("claim.") {
        out.claims.append(MemberEdit(name, pair.value))
      } else if let name = pair.name.removing("without.header.") {
        out.header.append(MemberEdit(name, nil))
      } else if let name = pair.name.removing("without.claim.") {
        out.claims.append(MemberEdit(name, nil))
      } else if pair.name == "sign" {
        out.signature = try signature(pair.value, key: pairs["key"] ?? "")
      } else if pair.name != "key" {
        throw .unknownKey(pair.name, among: ["header.", "claim.", "without.", "sign", "key"])
      }
    }
    return out
  }

  private static let signatures = [
    "empty", "kept", "respelt", "secret", "jwk", "own", "own-in-header", "cracked",
  ]

  private func signature(_ word: String, key: String) throws(Problem) -> ForgedSignature {
    switch word {
    case "empty": return .empty
    case "kept": return .kept
    case "respelt": return .respelt
    case "secret": return .hmac(Self.template(key))
    case "jwk": return .with(Self.template(key))
    case "own": return .own(inHeader: false)
    case "own-in-header": return .own(inHeader: true)
    case "cracked": return .cracked
    default: throw .unknownWord(word, among: Self.signatures)
    }
  }

  /// `$loot`, or the text itself.
  private static func template(_ text: String) -> Template {
    text.removing("$").map { Template(parts: [.capture($0)]) } ?? Template(text)
  }
}

extension AnswerField {
  /// As `text` writes it.
  fileprivate init?(_ text: String) {
    if text == "status" || text == "body" {
      self = text == "status" ? .status : .body
      return
    }
    guard let dot = text.firstIndex(of: "."), text.index(after: dot) != text.endIndex else {
      return nil
    }
    let name = String(text[text.index(after: dot)...])
    switch text[..<dot] {
    case "header": self = .header(name)
    case "cookie": self = .cookie(name)
    case "attributes": self = .attributes(name)
    case "redirect": self = .redirect(name)
    case "json": self = .json(name)
    default: return nil
    }
  }
}

extension Problem {
  static func unknownAnswerField(_ text: String) -> Problem {
    Problem(
      "unknown-field", "\(Visible.text(text)) is no field of an answer",
      hint: "status, header.NAME, cookie.NAME, attributes.NAME, redirect.NAME, json.NAME or body")
  }

  /// A change that is no place and no word.
  static func notIntervention(_ text: String) -> Problem {
    Problem(
      "not-a-change", "\"\(text)\" is not a change of a run",
      hint: "write STEP/MESSAGE WORD DETAILS, as in: use/1 edit header.Origin=null")
  }
}

extension String {
  /// What stands behind a prefix; nil without it.
  fileprivate func removing(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

extension Array {
  fileprivate func mapThrowing<Result>(
    _ transform: (Element) throws(Problem) -> Result
  ) throws(Problem) -> [Result] {
    var out: [Result] = []
    for element in self { out.append(try transform(element)) }
    return out
  }
}
