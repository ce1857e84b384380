// Sentences about the world and about includes.
extension Problem {
  static func shortSecret(_ count: Int) -> Problem {
    Problem(
      "short-secret", "a secret of \(count) characters, eight are the least",
      hint: "short texts are found by chance where secrets are looked for")
  }

  static func userWithoutServer(_ name: String) -> Problem {
    Problem(
      "missing-key", "the account of \(Visible.text(name)) belongs to no server",
      hint: "at: SERVER, or the key \(Visible.text(name))@SERVER")
  }

  static func userWithTwoServers(_ name: String) -> Problem {
    Problem(
      "user", "\(Visible.text(name)) names its server already",
      hint: "remove at, or the part from @ on")
  }

  static func noAccounts(_ server: String) -> Problem {
    Problem("user", "\(server) keeps no accounts", hint: "put the account at its provider")
  }

  static func idleStore(_ store: String) -> Problem {
    Problem(
      "idle-store", "no server keeps its sessions in \(store)",
      hint: "store: \(store), at a server",
      severity: .warning)
  }

  static let introspectionOfNobody = Problem(
    "introspection-of-nobody",
    "an API that introspects has to say whose tokens it takes: trusts: NAME")

  static let gatewayWithoutServers = Problem(
    "missing-key", "a gateway stands between two servers",
    hint: "trusts: the server whose tokens it takes, api: the one that it passes requests on to")

  static let encryptionOfStrangers = Problem(
    "role", "only an API has tokens encrypted to it", hint: "role: api, or remove encryption")

  static let clientWithoutProvider = Problem(
    "missing-key", "provider is missing", hint: "provider: the server that signs its users in")

  static func wrongRole(_ server: String, _ role: String) -> Problem {
    Problem("role", "\(server) is a server whose role is not \(role)")
  }

  static let proxyBeforeNobody = Problem(
    "proxy", "a proxy stands before one server, and nothing else does", hint: "behind: NAME")

  static let answersOfHonestServer = Problem(
    "role", "only a server whose role is attacker answers what the scenario says",
    hint: "role: attacker, or remove answers")

  static let severalAnswers = Problem(
    "answers", "an answer is a redirect, a page or JSON", hint: "keep one of them")

  static func notKept(_ text: String) -> Problem {
    Problem(
      "unknown-field", "\(Visible.text(text)) is no part of a request that can be kept",
      hint:
        "query.NAME, form.NAME, header.NAME, cookie.NAME, referer.NAME, address, method, path or body"
    )
  }

  static func notScope(_ text: String) -> Problem {
    Problem(
      "scope", "\(Visible.text(text)) is no scope", hint: "a list of words: [openid, profile]")
  }

  static func declaredByInclude(_ name: String, _ what: String, file: String) -> Problem {
    Problem(
      "declared-twice", "the \(what) \(name) is declared in \(Visible.text(file)) too",
      hint: "remove one of them, or do not include the file")
  }

  static func declaredTwice(_ name: String, _ what: String) -> Problem {
    Problem("declared-twice", "the \(what) \(name) is declared by another include too")
  }

  static func sameOrigin(_ server: String, _ other: String) -> Problem {
    Problem(
      "same-origin", "\(server) answers at the same URL as \(other)",
      hint: "a second scheme, host or port")
  }

  static func missingFile(_ path: String) -> Problem {
    Problem(
      "include", "no file \(Visible.text(path))",
      hint: "the path begins at the folder of the scenarios: lib/idp.yaml")
  }

  static func outsideFolder(_ path: String) -> Problem {
    Problem(
      "include", "\(Visible.text(path)) leaves the folder of the scenarios",
      hint: "a path inside of it: lib/idp.yaml")
  }

  static func includeCycle(_ path: String, through: [String]) -> Problem {
    Problem(
      "include", "\(Visible.text(path)) includes itself",
      hint: (through + [path]).map { Visible.text($0) }.joined(separator: " > "))
  }

  static let tooManyIncludes = Problem(
    "include", "more than 16 files are included", hint: "put what belongs together into one file")
}
