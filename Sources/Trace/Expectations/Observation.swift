import Ledger
import Wire

/// What was found at a field, with what a comparison needs to know of its kind.
enum Observation {
  case absent
  /// A text of which any part may be asked for: a page, a header.
  case text(String)
  /// A text that consists of words: `has` asks for whole ones (a scope).
  case words(String)
  /// An array; its text is the members joined by commas.
  case list([String])
  case count(Int)
  /// A cookie that is set: compared by its value, asked for its attributes.
  case cookie(value: String, attributes: [String])
  case check(Outcome)

  /// The text that `==` compares.
  var value: String? {
    switch self {
    case .absent: nil
    case .text(let text), .words(let text): text
    case .list(let members): members.joined(separator: ",")
    case .count(let count): String(count)
    case .cookie(let value, _): value
    case .check(let outcome): outcome.word.rawValue
    }
  }

  func meets(_ comparison: Comparison) -> Bool {
    guard let value else { return comparison == .absent }
    switch comparison {
    case .absent: return false
    case .present: return true
    case .equals(let text): return value.hasSameBytes(as: text)
    case .differs(let text): return !value.hasSameBytes(as: text)
    case .less(let limit): return Int64(value).map { $0 < limit } ?? false
    case .atMost(let limit): return Int64(value).map { $0 <= limit } ?? false
    case .more(let limit): return Int64(value).map { $0 > limit } ?? false
    case .atLeast(let limit): return Int64(value).map { $0 >= limit } ?? false
    case .has(let part): return has(part)
    case .lacks(let part): return !has(part)
    case .outcome(let word): return hasOutcome(word)
    }
  }

  private func has(_ part: String) -> Bool {
    switch self {
    case .absent, .check: false
    case .text(let text): ByteSearch.first(part, in: text) != nil
    case .words(let text): ByteSearch.containsWords(part, in: text)
    case .list(let members): members.contains { $0.hasSameBytes(as: part) }
    case .count(let count): String(count) == part
    case .cookie(_, let attributes): attributes.contains { Self.attribute($0, is: part) }
    }
  }

  /// `SameSite` means the attribute whatever its value, `SameSite=Lax` the whole (without case, as
  /// RFC 6265bis 5.6 reads it).
  private static func attribute(_ attribute: String, is part: String) -> Bool {
    if ASCII.equalFolded(attribute, part) { return true }
    let equals = attribute.firstIndex(of: "=") ?? attribute.endIndex
    return ASCII.equalFolded(attribute[..<equals], part)
  }

  /// A check that is off was not checked, whatever it would have found.
  private func hasOutcome(_ word: CheckWord) -> Bool {
    guard case .check(let outcome) = self else { return false }
    return outcome.word == word || (word == .notChecked && outcome.isOff)
  }
}

extension Outcome {
  var isOff: Bool {
    switch self {
    case .off: true
    case .pass, .fail, .notApplicable, .notReached: false
    }
  }

  /// The outcome as expectations call it.
  package var word: CheckWord {
    switch self {
    case .pass: .passed
    case .fail: .failed
    case .off(_, .fails): .wouldFail
    case .off(_, .holds), .off(_, .moot): .notChecked
    case .notApplicable: .notApplicable
    case .notReached: .notReached
    }
  }
}
