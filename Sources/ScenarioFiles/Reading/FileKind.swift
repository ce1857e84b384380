/// What a file of the language is, by its keys.
package enum FileKind: Hashable, Sendable {
  case scenario
  case course

  /// A course has groups of lessons; whatever has steps, or neither, is meant to be a scenario.
  package init(of bytes: [UInt8]) {
    let root = YAMLDocument.read(SourceFile(name: "", bytes: bytes), Report())
    let isCourse = root?["groups"] != nil && root?["steps"] == nil
    self = isCourse ? .course : .scenario
  }
}
