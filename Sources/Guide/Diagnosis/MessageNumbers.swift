import Trace

/// How people call the place of a record: its entry in the imported file, or the message's number as
/// the explorer counts them.
package struct MessageNumbers: Sendable {
  package enum Place: Hashable, Sendable {
    case entry(Int)
    case message(Int)

    /// "entry 12".
    package var words: String {
      switch self {
      case .entry(let number): "entry \(number)"
      case .message(let number): "message \(number)"
      }
    }
  }

  private let beats: Beats
  private let numbers: [Int]

  package init(_ trace: Trace) {
    beats = trace.beats
    // A question has no number of its own.
    var number = 1
    numbers = beats.map { beat in
      defer { if beat.kind != .question { number += 1 } }
      return number
    }
  }

  package func place(ofRecord record: Int) -> Place {
    if let entry = beats.trace.entry(ofRecord: record) { return .entry(entry) }
    let index = beats.index(ofRecord: record)
    return .message(numbers.indices.contains(index) ? numbers[index] : 0)
  }
}
