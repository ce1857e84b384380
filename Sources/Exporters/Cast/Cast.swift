import Wire

/// A recording of a terminal in the format asciicast v2: a header line, then a line for each event.
package struct Cast: Sendable {
  package struct Shot: Sendable {
    /// What the terminal is sent.
    let output: String
    /// How long it stays, in milliseconds.
    let duration: Int
    /// The name of the marker that stands there; nil for none.
    let marker: String?

    package init(output: String, duration: Int, marker: String?) {
      self.output = output
      self.duration = duration
      self.marker = marker
    }
  }

  private let width: Int
  private let height: Int
  private let title: String
  private let shots: [Shot]

  package init(width: Int, height: Int, title: String, shots: [Shot]) {
    self.width = width
    self.height = height
    self.title = title
    self.shots = shots
  }

  package var text: String {
    var lines = [header.text()]
    var now = 0
    for shot in shots {
      // A marker stands where its picture is there.
      lines.append(Self.event(now, "o", shot.output))
      if let marker = shot.marker { lines.append(Self.event(now, "m", marker)) }
      now += shot.duration
    }
    // Players stop at the last event: the last picture stays as long as it should.
    lines.append(Self.event(now, "o", ""))
    return lines.joined(separator: "\n") + "\n"
  }

  private var header: JSONValue {
    [
      "version": 2, "width": .integer(Int64(width)), "height": .integer(Int64(height)),
      "title": .string(title), "env": ["TERM": "xterm-256color"],
    ]
  }

  private static func event(_ milliseconds: Int, _ code: String, _ data: String) -> String {
    let rest = String(milliseconds % 1000 + 1000).dropFirst()
    let quoted = JSONValue.string(data).text()
    return "[\(milliseconds / 1000).\(rest),\"\(code)\",\(quoted)]"
  }
}
