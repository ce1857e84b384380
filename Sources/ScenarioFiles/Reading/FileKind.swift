/// What a file of the language is, by its keys.
package enum FileKind: Hashable, Sendable {
  case scenario
  case course
  /// What an audit does not tell of.
  case silences

  /// A course has groups of lessons, a file of silences has those; whatever has steps, or none of
  /// all that, is meant to be a scenario.
  package init(of bytes: [UInt8]) {
    let root = YAMLDocument.read(SourceFile(name: "", bytes: bytes), Report())
    guard root?["steps"] == nil else {
      self = .scenario
      return
    }
    self = root?["groups"] != nil ? .course : root?["silence"] != nil ? .silences : .scenario
  }
}
