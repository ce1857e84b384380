import Tokens
import Wire

/// One member of a header or of the claims, as the bench shows it.
struct BenchMember: Sendable {
  enum Home: Hashable, Sendable {
    case header
    case claims
    /// The content of an encrypted token that was opened: no characters of the token carry it.
    case opened
  }

  let home: Home
  /// The index of the part and of the member in it, for edits.
  let part: Int
  let index: Int
  /// The part's name where there are several of its kind: "unprotected header".
  let group: String?
  let name: String
  let value: JSONValue
  /// The value as JSON, cut where nobody reads on.
  let text: String
  /// The characters of the token that carry it.
  let span: Range<Int>?
  let meaning: ClaimMeaning?
  let time: TimeReading?
  let isRepeated: Bool
  /// The value in the token that this one is compared with; nil where it is the same.
  let before: Before?

  enum Before: Hashable, Sendable {
    case was(String)
    case absent
  }

  /// Longer values are cut on the screen; the copy is whole.
  static let longest = 2000

  init(
    _ member: DecodedMember, home: Home, part: Int, index: Int, group: String?, before: Before?
  ) {
    self.home = home
    self.part = part
    self.index = index
    self.group = group
    name = member.name
    value = member.value
    text = Self.cut(member.value.text())
    span = home == .opened ? nil : member.span
    meaning = member.meaning
    time = member.time
    isRepeated = member.isRepeated
    self.before = before
  }

  /// A member of what was inside an encrypted token.
  init(opened name: String, _ value: JSONValue, index: Int) {
    home = .opened
    part = 0
    self.index = index
    group = nil
    self.name = name
    self.value = value
    text = Self.cut(value.text())
    span = nil
    meaning = ClaimMeaning.ofClaim(name)
    time = meaning?.isTime == true ? TimeReading(value) : nil
    isRepeated = false
    before = nil
  }

  static func cut(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    return "\(text.prefix(longest)) ... \(text.utf8.count) bytes in all"
  }
}
