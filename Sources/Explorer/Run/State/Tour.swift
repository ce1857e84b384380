/// The first lesson's tour: seven beats, each of which waits for its real key.
struct Tour: Hashable, Sendable {
  struct Beat: Hashable, Sendable {
    let command: Command
    let text: String
  }

  private(set) var index = 0

  static let beats = [
    Beat(
      command: .next,
      text: "Above is a sequence of messages. The first waits to be sent. l plays it."),
    Beat(
      command: .back, text: "The server has answered. Nothing is ever lost: h goes one back."),
    Beat(
      command: .enter,
      text: "A server makes checks before it answers. Enter goes into them, one by one."),
    Beat(
      command: .stores,
      text: "Servers remember things in stores. 3 shows what is in them at this moment."),
    Beat(
      command: .deeper,
      text: "The explanation is always in sight. i shows more of it, I less."),
    Beat(command: .defences, text: "5 shows the defences: what the servers do against attacks."),
    Beat(
      command: .toggle,
      text: "Space switches one off or on and plays the run again: a what-if. u takes it back."),
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
