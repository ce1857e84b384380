import Ledger
import Simulation
import Trace

/// The subject of a predicate without its step: `status`, `cookie sid`, `store idp.codes count`.
struct FieldParser {
  static let heads = [
    "status", "location", "error", "token.status", "token.error", "hops", "served-by", "header",
    "cookie", "jar", "storage", "body", "json", "store", "check", "token", "cost", "total",
  ]

  /// Operators that cannot be names.
  private static let signs: Set = ["==", "!=", "<", "<=", ">", ">="]

  let names: Names
  let vocabulary: Vocabulary

  func field(_ head: Line.Word, _ line: inout Line) throws(Misread) -> Field {
    switch head.text {
    case "status": return .status
    case "location": return .location
    case "error": return .error
    case "token.status": return .tokenStatus
    case "token.error": return .tokenError
    case "hops": return .hops
    case "served-by": return .servedBy
    case "body": return .body
    case "header": return .header(try headerName(&line, after: head))
    case "cookie": return .cookie(try next(&line, after: head, "the name of a cookie").text)
    case "jar":
      let (client, cookie) = try kept(&line, after: head, "the name of a cookie")
      return .jar(client: client, cookie: cookie)
    case "storage":
      let (client, key) = try kept(&line, after: head, "a key of localStorage")
      return .storage(client: client, key: key)
    case "json": return .json(try next(&line, after: head, "a member's name").text)
    case "store": return try store(&line, after: head)
    case "check": return .check(try check(&line, after: head))
    case "token": return try token(&line, after: head)
    case "cost": return .cost(try cost(&line, after: head), total: false)
    case "total": return .cost(try cost(&line, after: head), total: true)
    default: throw Misread(.unknownSubject(head.text, among: Self.heads), head.range)
    }
  }

  private func next(
    _ line: inout Line, after word: Line.Word, _ what: String
  ) throws(Misread) -> Line.Word {
    guard let next = line.peek, !Self.signs.contains(next.text) else {
      throw Misread(.needs(word.text, what), word.range)
    }
    _ = line.next()
    return next
  }

  private func headerName(
    _ line: inout Line, after head: Line.Word
  ) throws(Misread) -> String {
    let name = try next(&line, after: head, "the name of a header")
    guard HeaderName.isValid(name.text) else {
      throw Misread(.badHeaderName(name.text), name.range)
    }
    return name.text
  }

  /// What a client's browser keeps under a name.
  private func kept(
    _ line: inout Line, after head: Line.Word, _ what: String
  ) throws(Misread) -> (client: String, name: String) {
    let client = try next(&line, after: head, "a client and \(what)")
    guard names.clientNames.contains(client.text) else {
      throw Misread(.unknownName(client.text, "client", among: names.clientNames), client.range)
    }
    return (client.text, try next(&line, after: client, what).text)
  }

  private func check(_ line: inout Line, after head: Line.Word) throws(Misread) -> CheckID {
    let name = try next(&line, after: head, "the id of a check")
    let id = CheckID(name.text)
    guard vocabulary.checks.contains(id) else {
      let known = vocabulary.checks.map(\.text)
      throw Misread(.unknownName(name.text, "check", among: known), name.range)
    }
    return id
  }

  private func cost(_ line: inout Line, after head: Line.Word) throws(Misread) -> CostField {
    let words = CostField.allCases.map(\.rawValue)
    let name = try next(&line, after: head, "one of \(words.joined(separator: ", "))")
    guard let field = CostField(rawValue: name.text) else {
      throw Misread(.unknownWord(name.text, among: words), name.range)
    }
    return field
  }

  // `token access claim sub`, `token access alg`, `token access size`
  private func token(_ line: inout Line, after head: Line.Word) throws(Misread) -> Field {
    let words = SecretKind.allCases.map(\.rawValue)
    let name = try next(&line, after: head, "a kind of token: access, id, refresh, jwt")
    guard let kind = SecretKind(rawValue: name.text) else {
      throw Misread(.unknownWord(name.text, among: words), name.range)
    }
    let part = try next(&line, after: name, "size, alg, typ, kid, header NAME or claim NAME")
    if part.text == "size" { return .token(kind, .size) }
    guard kind.mayBeToken else { throw Misread(.opaqueToken(name.text), part.range) }
    switch part.text {
    case "alg", "typ", "kid": return .token(kind, .header(part.text))
    case "header":
      return .token(kind, .header(try next(&line, after: part, "the name of a member").text))
    case "claim":
      return .token(kind, .claim(try next(&line, after: part, "the name of a claim").text))
    default:
      let parts = ["size", "alg", "typ", "kid", "header", "claim"]
      throw Misread(.unknownWord(part.text, among: parts), part.range)
    }
  }
}

/// Field names of HTTP (RFC 9110 5.1, 5.6.2).
enum HeaderName {
  static func isValid(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        switch $0 {
        case 48...57, 65...90, 97...122: true
        default: "!#$%&'*+-.^_`|~".utf8.contains($0)
        }
      }
  }
}
