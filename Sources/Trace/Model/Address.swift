/// Which send within a step: `1` is the first hop, `1.2` the second message sent while hop 1 was
/// being answered. Packed into eight levels of up to 255, so that it costs no allocation.
package struct SendPath: Hashable, Sendable, CustomStringConvertible {
  package private(set) var packed: UInt64

  package init() { packed = 0 }
  package init(packed: UInt64) { self.packed = packed }

  /// Parses `1.2`; nil when a part is not a number from 1 to 255 or there are more than eight.
  package init?(_ text: some StringProtocol) {
    packed = 0
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 8 else { return nil }
    for part in parts {
      guard let number = UInt8(part), number > 0 else { return nil }
      packed = packed << 8 | UInt64(number)
    }
  }

  package func child(_ number: UInt8) -> SendPath {
    SendPath(packed: packed << 8 | UInt64(number))
  }

  /// The send that this one was nested in; the empty path for a hop of the step itself.
  package var parent: SendPath { SendPath(packed: packed >> 8) }

  package var isTopLevel: Bool { packed > 0 && packed < 256 }
  package var isEmpty: Bool { packed == 0 }

  package var depth: Int {
    var rest = packed
    var count = 0
    while rest > 0 {
      rest >>= 8
      count += 1
    }
    return count
  }

  package var description: String {
    var parts: [String] = []
    var rest = packed
    while rest > 0 {
      parts.append(String(rest & 255))
      rest >>= 8
    }
    return parts.reversed().joined(separator: ".")
  }
}

/// A step by its name in the scenario, and the round when it stands in a `repeat` (0 outside).
package struct StepID: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let round: Int32

  package init(_ name: String, round: Int32 = 0) {
    self.name = name
    self.round = round
  }

  package var description: String { round > 0 ? "\(name)[\(round)]" : name }

  /// The bytes of its description, which is not made for it.
  package var width: Int {
    guard round > 0 else { return name.utf8.count }
    var digits = 1
    var rest = round / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    return name.utf8.count + digits + 2
  }
}

/// A place in a run that survives edits and another seed: `callback/1.1`.
package struct Address: Hashable, Sendable, CustomStringConvertible {
  package let step: StepID
  package let path: SendPath

  package init(step: StepID, path: SendPath) {
    self.step = step
    self.path = path
  }

  package var description: String { path.isEmpty ? "\(step)" : "\(step)/\(path)" }
}
