import Tokens

/// The keys that a command was given, and what was odd about them.
struct KeyRing {
  private(set) var keys: [JWK] = []
  private var ignored: [JWKSet.Ignored] = []
  /// Sentences about what was forgiven or passed over, with the source in front.
  private(set) var notes: [String] = []
  /// The text of a secret that was decoded from it.
  var secretText: [UInt8]?

  var set: JWKSet { JWKSet(keys, ignored: ignored) }

  mutating func add(_ reading: KeyReading, from source: String) {
    keys += reading.keys
    ignored += reading.set.ignored
    notes += reading.notes.map { "\(source): \($0)" }
  }

  mutating func add(_ published: PublishedKeys, from source: String) {
    keys += published.keys
    ignored += published.ignored
    notes += published.notes.map { "\(source): \($0)" }
  }
}
