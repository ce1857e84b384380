/// The first lesson's tour: seven beats, each of which waits for its real key.
struct Tour: Hashable, Sendable {
  struct Beat: Hashable, Sendable {
    let command: Command
    /// The words, with the keys of a table.
    let text: @Sendable (KeyTable) -> String

    init(_ command: Command, _ text: @escaping @Sendable (KeyTable) -> String) {
      self.command = command
      self.text = text
    }

    static func == (left: Beat, right: Beat) -> Bool { left.command == right.command }
    func hash(into hasher: inout Hasher) { hasher.combine(command) }
  }

  private(set) var index = 0

  static let beats = [
    Beat(.next) {
      "Above is a sequence of messages. The first waits to be sent. "
        + "\($0.name(.next, in: .run)) plays it."
    },
    Beat(.back) {
      "The server has answered. Nothing is ever lost: \($0.name(.back, in: .run)) goes one back."
    },
    Beat(.enter) {
      "A server makes checks before it answers. "
        + "\($0.name(.enter, in: .run)) goes into them, one by one."
    },
    Beat(.stores) {
      "Servers remember things in stores. "
        + "\($0.name(.stores, in: .run)) shows what is in them at this moment."
    },
    Beat(.deeper) {
      "The explanation is always in sight. "
        + "\($0.name(.deeper, in: .run)) shows more of it, \($0.name(.shallower, in: .run)) less."
    },
    Beat(.defences) {
      "\($0.name(.defences, in: .run)) shows the defences: what the servers do against attacks."
    },
    Beat(.toggle) {
      "\($0.name(.toggle, in: .run)) switches one off or on and plays the run again: a what-if. "
        + "\($0.name(.undo, in: .run)) takes it back."
    },
  ]

  var beat: Beat? { Self.beats.indices.contains(index) ? Self.beats[index] : nil }
  var number: Int { index + 1 }

  /// Goes on if the command is the one that the beat waits for; true when that was the last.
  mutating func hear(_ command: Command) -> Bool {
    guard beat?.command == command else { return false }
    index += 1
    return beat == nil
  }
}
