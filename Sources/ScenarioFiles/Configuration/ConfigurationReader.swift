/// Reads a configuration file: what is wrong in it is told, and everything else holds.
package struct ConfigurationReader {
  private let vocabulary: ConfigurationVocabulary

  package init(_ vocabulary: ConfigurationVocabulary) { self.vocabulary = vocabulary }

  package func read(_ bytes: [UInt8], file name: String) -> ConfigurationReading {
    let file = SourceFile(name: name, bytes: bytes)
    let report = Report()
    // A configuration uses no names of the engine.
    let reading = Reading(file, vocabulary: Vocabulary(defences: [], checks: []), report: report)
    var configuration = Configuration()
    if !Self.saysNothing(file.bytes), let root = YAMLDocument.read(file, report) {
      _ = ConfigurationGrammar(vocabulary).table.read(root, into: &configuration, reading)
      configuration.keys = withoutClashes(configuration.keys, reading)
    }
    return ConfigurationReading(
      configuration: configuration, diagnostics: report.sorted(in: file))
  }

  /// Comments alone: a file to be filled, and no mistake.
  private static func saysNothing(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 10).allSatisfy { line in
      let first = line.first { $0 != 32 && $0 != 9 && $0 != 13 }
      return first == nil || first == UInt8(ascii: "#")
    }
  }

  /// Tells every clash, and leaves out the entries that are at fault.
  private func withoutClashes(
    _ keys: [Configuration.Keys], _ reading: Reading
  ) -> [Configuration.Keys] {
    var keys = keys
    while let clash = vocabulary.clash(keys) {
      let entry = keys.remove(at: clash.entry)
      let place = clash.key.map { entry.keyPlaces[$0] } ?? entry.place
      reading.say(.keyClash(clash), place)
    }
    return keys
  }
}
