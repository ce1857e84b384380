/// Where a saved run stops being what was written, and what is wrong there.
package struct Damage: Hashable, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    /// Bytes were changed; with the areas of the step that they lie in when that can be said.
    case altered(areas: [String])
    /// The file ends inside the line.
    case cutOff
    /// The file ends before the run does.
    case missingEnd
    /// A line before this one was taken out, or lines were exchanged.
    case outOfOrder(expected: Int)
    /// Intact, and yet not what this program writes.
    case malformed(String)
    /// The lines are whole, each for itself, but of several runs.
    case foreignEnd
    /// Something follows the end.
    case trailing
  }

  /// From 1.
  package let line: Int
  /// The step of the line; nil for the first and the last line, and when it cannot be read.
  package let step: String?
  /// The byte of the file where it is, or where the line begins when no more can be said.
  package let offset: Int
  package let kind: Kind

  package var description: String {
    let place = "line \(line)" + (step.map { " (step \($0))" } ?? "")
    switch kind {
    case .altered(let areas):
      let part = areas.isEmpty ? "" : ", in " + areas.joined(separator: ", ")
      return "\(place): altered\(part) (byte \(offset))"
    case .cutOff: return "\(place): the file is cut off here, at byte \(offset)"
    case .missingEnd: return "the file ends before \(place): the rest of the run is missing"
    case .outOfOrder(let expected):
      return "\(place): line \(expected) should stand here; lines are missing or exchanged"
    case .malformed(let problem): return "\(place): \(problem) (byte \(offset))"
    case .foreignEnd: return "\(place): this is the end of another run"
    case .trailing: return "\(place): something follows the end of the run (byte \(offset))"
    }
  }
}
