/// A part of a place where two runs differ: a header, a claim, a row's field, a check's outcome.
package struct FieldDifference: Hashable, Sendable {
  /// `header Location`, `claim exp`, `status`.
  package let name: String
  /// The values, secrets by their names; nil in a run that has none, and in both where there is
  /// nothing to show but that they differ.
  package let here: String?
  package let there: String?
  /// "status 200 here, 303 there".
  package let words: String

  init(_ name: String, _ here: String?, _ there: String?, _ words: String) {
    self.name = name
    self.here = here
    self.there = there
    self.words = words
  }

  /// The same as a part of something larger: `header Location: query code`.
  func inside(_ what: String) -> FieldDifference {
    FieldDifference("\(what): \(name)", here, there, "\(what): \(words)")
  }
}
