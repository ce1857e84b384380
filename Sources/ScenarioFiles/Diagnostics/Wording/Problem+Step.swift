import Trace

// Sentences about steps.
extension Problem {
  static let nothingToKeep = Problem(
    "forge", "a token from nothing has no signature to keep",
    hint: "token from $name, or another signature")

  static func withoutEnvelope(_ key: String) -> Problem {
    Problem("forge", "\(key) is of an envelope, and there is none", hint: "encrypt: with $key")
  }

  static func wrongForm(_ form: String) -> Problem {
    Problem("form", "this is not of the form: \(form)")
  }

  static func noVerb(near slip: String?, among verbs: [String]) -> Problem {
    let meant = slip.flatMap { Nearest.word(to: $0, among: verbs) }
    return Problem(
      "verb", "a step needs a verb",
      hint: meant.map { "did you mean \($0)?" } ?? "one of \(verbs.joined(separator: ", "))")
  }

  static func severalVerbs(_ verbs: [String]) -> Problem {
    Problem(
      "verb", "one verb for each step, here are \(verbs.joined(separator: " and "))",
      hint: "begin another step with a dash")
  }

  static func keyOfOtherVerb(_ key: String, _ verb: Verb, owners: [String]) -> Problem {
    Problem(
      "unknown-key", "a \(verb.rawValue) step has no \(key)",
      hint: "\(key) belongs to \(owners.joined(separator: " and ")) steps")
  }

  static func duplicateStep(_ id: String, firstLine: Int) -> Problem {
    .duplicateName(id, "step", firstLine: firstLine)
  }

  static func reservedStep(_ id: String) -> Problem {
    Problem(
      "name",
      "\(id) cannot be the id of a step, because \(id).error and \(id).status"
        + " mean the token endpoint's",
      hint: "call it redeem, or whatever it does")
  }

  static func sameCondition(_ condition: [String]) -> Problem {
    let words = condition.isEmpty ? "without when" : "under " + condition.joined(separator: ", ")
    return Problem(
      "same-condition", "another text stands here \(Visible.text(words)) already",
      hint: "put them together, or give each its when", severity: .warning)
  }

  static let loneDollar = Problem(
    "dollar", "a dollar begins the name of a capture, none follows",
    hint: "write $$ for a dollar")

  static func captureTooEarly(_ name: String, madeBy step: String) -> Problem {
    Problem(
      "too-early", "$\(name) is used before the step \(step) makes it",
      hint: "move the step that uses it behind \(step)")
  }

  static func unusedCapture(_ name: String) -> Problem {
    Problem(
      "unused-capture", "$\(name) is never used", hint: "remove it, or use it", severity: .warning)
  }

  static let imageWithoutPage = Problem(
    "image", "pictures, frames and windows belong to a page, and none is named",
    hint: "from: the page's URL")

  static func keyOfFetch(_ key: String) -> Problem {
    Problem(
      "unknown-key", "a script that sends no request has no \(key)",
      hint: "\(key) belongs to a script that sends a request")
  }

  static func keyOfGuess(_ key: String) -> Problem {
    Problem("guess", "\(key) has no effect without guess", hint: "guess: sid from $own")
  }

  static func keyOfSomebodyElse(_ holder: String, sender: String) -> Problem {
    Problem(
      "dpop", "\(sender) does not have the key of \(holder), and keys are not copied",
      hint: "dpop: \(sender), or a proof that was stolen: dpop: $proof")
  }

  static let fillWithoutFollow = Problem(
    "fill", "fill has no effect without follow", hint: "follow: all", severity: .warning)

  static let twoAuthorizations = Problem(
    "bearer", "bearer and the header Authorization both say what to send", hint: "keep one of them")

  static func unknownHost(_ origin: String, among known: [String]) -> Problem {
    let hint = Nearest.word(to: origin, among: known).map { "did you mean \($0)?" }
    return Problem(
      "unknown-host", "no server of this world answers at \(Visible.text(origin))",
      hint: hint ?? "there are: \(known.joined(separator: ", "))", severity: .warning)
  }

  static func noAttacker(_ verb: Verb) -> Problem {
    Problem(
      "attacker", "a \(verb.rawValue) step needs an attacker among the clients",
      hint: "clients: { mallory: { attacker: true } }")
  }

  static func whichAttacker(_ names: [String]) -> Problem {
    Problem("attacker", "by is missing", hint: "which attacker: \(names.joined(separator: ", "))?")
  }

  static func notSendPath(_ text: String) -> Problem {
    Problem(
      "form", "\(Visible.text(text)) is no message of a step",
      hint: "1 is the first that the client sends, 1.2 the second sent while 1 is answered")
  }

  static func nothingToTamper(_ step: String, _ verb: Verb) -> Problem {
    Problem(
      "tamper", "\(step) is a \(verb.rawValue) step and sends no message",
      hint: "name a request or a deliver step")
  }

  static func tampersPast(_ step: String) -> Problem {
    Problem(
      "too-early", "\(step) has sent its messages when this step begins",
      hint: "put this step before \(step)")
  }

  static func unknownField(_ text: String) -> Problem {
    Problem(
      "unknown-field", "\(Visible.text(text)) is no field of a request",
      hint: "header.NAME, form.NAME, query.NAME, cookie.NAME, method, path or body")
  }

  static func cannotRemove(_ field: String) -> Problem {
    Problem("null", "a request has a \(field) always", hint: "give it a value")
  }

  static func predictsPast(_ step: String) -> Problem {
    Problem(
      "too-early", "\(step) has been seen when this question is asked",
      hint: "ask before the step \(step)")
  }

  static func fewChoices(_ count: Int) -> Problem {
    Problem(
      "choices", "a question has two choices or more, here \(count == 1 ? "is 1" : "is none")")
  }

  static func keyOfRepeat(_ key: String) -> Problem {
    Problem(
      "repeat", "a repeat has no \(key) of its own", hint: "put it into one of its steps")
  }

  static func onlyDefences(_ setting: String) -> Problem {
    Problem(
      "set", "\(setting) can only be set from the start",
      hint: "a step sets defences and a provider's condition; move it to a variant")
  }

  static let nestedRepeat = Problem(
    "nested-repeat", "a repeat stands inside a repeat",
    hint: "multiply the rounds, or write one out")
}
