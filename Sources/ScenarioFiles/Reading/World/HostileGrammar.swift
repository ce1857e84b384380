import Simulation
import Trace
import Wire

/// What an attacker's server answers: `GET /cb: { keep: { code: query.code }, page: Thank you. }`
enum HostileGrammar {
  private static let form = "METHOD /PATH"
  private static let methods = ["GET", "POST"]

  static let codec = Codec<[NamedEntry<Draft>]>.entries(answer).map {
    entries, _, reading -> [HostileAnswer]? in
    entries.allOrNil { entry -> HostileAnswer? in
      let words = entry.key.text.split(separator: " ")
      guard words.count == 2, words[1].hasPrefix("/") else {
        reading.say(.wrongForm(form), entry.key.range)
        return nil
      }
      let method = String(words[0])
      guard methods.contains(method) else {
        reading.say(.unknownWord(method, among: methods), entry.key.range)
        return nil
      }
      var answer = HostileAnswer(method: method, path: String(words[1]))
      answer.keeps = entry.value.keeps
      answer.status = entry.value.status
      if let content = entry.value.contents.first { answer.content = content }
      return answer
    }
  }

  private struct Draft: Sendable {
    var keeps: [HostileAnswer.Keep] = []
    var status: Int?
    var contents: [HostileAnswer.Content] = []
  }

  private static let answer = Table<Draft>([
    .optional("keep", keeps, "names for parts of the request, used as $name") { $0.keeps = $1 },
    .optional("status", .integer(200...599), "the status, where it is not the usual one") {
      $0.status = $1
    },
    .optional("redirect", .template, "the URL that it sends the browser to") {
      $0.contents.append(.redirect($1))
    },
    .optional("page", .template, "the text of a page") { $0.contents.append(.page($1)) },
    .optional("json", .templatePairs, "the members of a JSON answer") {
      $0.contents.append(.json($1))
    },
  ]).codec({ Draft() }) { draft, node, reading -> Draft? in
    guard draft.contents.count < 2 else {
      reading.say(.severalAnswers, node)
      return nil
    }
    return draft
  }

  private static let keeps = Codec<[NamedEntry<KeptPart>]>.entries(part).map {
    entries, _, reading -> [HostileAnswer.Keep]? in
    entries.allOrNil { entry in
      guard Identifier.check(entry.key, "capture", reading) else { return nil }
      return HostileAnswer.Keep(name: entry.key.text, part: entry.value)
    }
  }

  private static let part = Codec<KeptPart>(.text) { node, reading in
    let text = node.text ?? ""
    if text == "address" { return .address }
    if text.hasPrefix("referer.") {
      return .referer(String(text.dropFirst("referer.".count)))
    }
    if text.hasPrefix("fragment.") {
      return .fragment(String(text.dropFirst("fragment.".count)))
    }
    if let field = MessageField(Line.Word(text: text, range: 0..<text.utf8.count)) {
      return .field(field)
    }
    reading.say(.notKept(text), node)
    return nil
  }
}
