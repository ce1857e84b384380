import Tokens

/// Secrets that people type: what a word list begins with.
enum WeakSecrets {
  static var words: [String] { CommonSecrets.words }

  /// The word that a careless operator chose.
  static func word(_ seed: [UInt8]) -> String { words[Int(seed[0]) % words.count] }
}
