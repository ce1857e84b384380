package enum BeatKind: String, Hashable, Sendable, CaseIterable {
  case request, response
  /// An attacker does something besides sending.
  case attack
  case wait, note, setting
  /// The reader is asked what will happen.
  case question
  /// A step in which nothing happens.
  case step
}

/// The unit in which a reader moves through a run: a message, or another thing worth a look.
package struct Beat: Hashable, Sendable {
  /// From 1.
  package let number: Int
  /// The index of its step.
  package let step: Int
  package let kind: BeatKind
  /// The record that is the message or the act; -1 for a question and for a step without records.
  package let record: Int
  /// Its records: what led to the message, the message, and what its receiver did with it.
  package let records: Range<Int>

  package init(number: Int, step: Int, kind: BeatKind, record: Int, records: Range<Int>) {
    self.number = number
    self.step = step
    self.kind = kind
    self.record = record
    self.records = records
  }

  /// The position in `Beats`.
  package var index: Int { number - 1 }
}
