import Trace

/// A step without an id is named by verb and subject: `request-laptop`, `steal-loot`, `wait-30s`.
enum StepNaming {
  static func verb(of step: Node) -> Verb? {
    step.entries?.lazy.compactMap { Verb(rawValue: $0.key.text) }.first
  }

  static func name(for step: Node, avoiding taken: Set<String>) -> String {
    guard let verb = verb(of: step) else { return "step" }
    let subject = slug(subject(of: step, verb))
    let base = subject.isEmpty ? verb.rawValue : "\(verb.rawValue)-\(subject)"
    var name = base
    var number = 2
    while taken.contains(name) {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  private static func subject(of step: Node, _ verb: Verb) -> String {
    let value = step[verb.rawValue]
    let line = value?.text ?? ""
    switch verb {
    case .request, .run: return line.split(separator: " ").first.map(String.init) ?? ""
    case .deliver: return line.split(separator: " ").last.map(String.init) ?? ""
    case .steal, .forge: return step["as"]?.text ?? ""
    case .tamper: return String(line.prefix { $0 != "/" })
    case .wait: return line
    case .set:
      let parts = value?.entries?.first?.key.text.split(separator: ".") ?? []
      return parts.dropFirst().first.map(String.init) ?? ""
    case .predict: return String(line.prefix { $0 != "." })
    case .repeat, .note: return ""
    }
  }

  private static func slug(_ text: String) -> String {
    String(text.prefix { Identifier.allows($0) })
  }
}
