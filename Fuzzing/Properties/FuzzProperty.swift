/// What must hold of a reader for any input whatever.
///
/// The fuzzers look for an input that breaks it, and a test holds it of every input that they kept.
package struct FuzzProperty: Sendable {
  /// The name on the command line, and of the folder of the corpus.
  package let name: String
  /// Inputs of our own to start from, which reach what chance would not.
  package let seeds: @Sendable () throws -> [[UInt8]]
  /// Throws a violation, or traps, where the property does not hold.
  package let check: @Sendable ([UInt8]) throws -> Void

  package static let all: [FuzzProperty] = [
    .json, .signedToken, .encryptedToken, .webKey, .keyText, .tokenText, .cookie, .url,
    .savedRun, .har,
  ]
}

/// How an input broke a property.
package struct Violation: Error, CustomStringConvertible {
  package let description: String
}

/// Holds that something is so.
func require(_ condition: Bool, _ claim: @autoclosure () -> String) throws(Violation) {
  guard condition else { throw Violation(description: claim()) }
}

extension FuzzProperty {
  static func text(_ seeds: String...) -> [[UInt8]] { seeds.map { Array($0.utf8) } }
}
