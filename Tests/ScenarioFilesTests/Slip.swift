import Testing

@testable import ScenarioFiles

/// A mistake made in a sample, and all that is said of it.
struct Slip: Sendable, CustomTestStringConvertible {
  let text: String
  let says: [String]
  let testDescription: String

  init(_ sample: String, _ changes: [(old: String, new: String)], _ says: [String]) {
    text = changes.reduce(sample) { text, change in
      precondition(text.contains(change.old), "the sample has no \(change.old)")
      return text.replacing(change.old, with: change.new, maxReplacements: 1)
    }
    self.says = says
    testDescription = changes.map(\.new).joined(separator: " ")
  }

  var told: [String] { diagnose(text) }
}
