import Ledger

extension Observation {
  /// What was there, for the sentence that says why an expectation failed.
  func shown(for comparison: Comparison) -> String {
    switch self {
    case .absent: return "absent"
    case .text(let text), .words(let text): return Self.shown(text, comparison)
    case .list(let members): return "[" + members.joined(separator: ", ") + "]"
    case .count(let count): return Self.grouped(count)
    case .cookie(let value, let attributes):
      switch comparison {
      case .has, .lacks:
        return attributes.isEmpty ? "no attributes" : attributes.joined(separator: "; ")
      case .equals, .differs, .less, .atMost, .more, .atLeast, .absent, .present, .outcome:
        return Self.shown(value, comparison)
      }
    case .check(let outcome): return outcome.sentence
    }
  }

  private static func shown(_ text: String, _ comparison: Comparison) -> String {
    let longest = 200
    let cut = text.unicodeScalars.count > longest
    let shown =
      cut ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))) + "..." : text
    switch comparison {
    case .less, .atMost, .more, .atLeast:
      return Int64(text) == nil ? "\"\(shown)\", which is no number" : shown
    case .equals, .differs, .has, .lacks, .absent, .present, .outcome:
      return text.isEmpty ? "empty" : shown
    }
  }

  /// `12,345`; four digits are read at a glance and stay together.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.count > 4 else { return String(number) }
    var out = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out
  }
}

extension Outcome {
  /// The outcome in words, with what was expected and found.
  package var sentence: String {
    switch self {
    case .pass: "passed"
    case .fail(let expected, let actual): "failed: expected \(expected), found \(actual)"
    case .off(let waiver, .holds): "not checked (\(waiver.words)); it would have passed"
    case .off(let waiver, .fails(let expected, let actual)):
      "not checked (\(waiver.words)); it would have failed: expected \(expected), found \(actual)"
    case .off(let waiver, .moot(let why)): "not checked (\(waiver.words)); \(why)"
    case .notApplicable(let why): "not applicable: \(why)"
    case .notReached: "not reached"
    }
  }
}

extension Waiver {
  fileprivate var words: String {
    switch self {
    case .defence(let id): "\(id.text) is off"
    case .caller(let words): words
    }
  }
}
