/// What a configuration file says; nil where it says nothing, and where it is wrong.
package struct Configuration: Sendable {
  /// A command's keys, everywhere or in one place of the screen.
  package struct Keys: Hashable, Sendable {
    package let command: String
    /// `run`; nil: wherever the command means something.
    package let context: String?
    /// As they are written: `Ctrl-X`, `w`. None: the palette alone knows the command.
    package let keys: [String]
    /// Where the command's name and its keys stand in the file.
    let place: Range<Int>
    let keyPlaces: [Range<Int>]
  }

  package var theme: String?
  package var ascii: Bool?
  package var mouse: Bool?
  package var copy: String?
  package var secrets: String?
  package var footer: String?
  package var depth: Int?
  package var keys: [Keys] = []
}

/// What became of a configuration file: all that is right in it, and all that is wrong.
package struct ConfigurationReading: Sendable {
  package let configuration: Configuration
  package let diagnostics: [Diagnostic]
}
