/// What a file or a secret was read as.
package struct KeyReading: Sendable {
  package enum Form: Hashable, Sendable {
    case pem
    case der
    /// DER in Base64 without the lines that PEM puts around it, as some consoles show keys.
    case bareBase64
    case jwk
    case jwkSet
    case secret(SecretEncoding)
  }

  package let form: Form
  /// The keys in the order of the text, and what was passed over.
  package let set: JWKSet
  /// What was forgiven or left out, in sentences for the reader.
  package let notes: [String]

  package var keys: [JWK] { self.set.keys }

  init(_ form: Form, _ set: JWKSet, notes: [String] = []) {
    self.form = form
    self.set = set
    self.notes = notes
  }
}

/// How the text of a secret stands for its bytes. The caller declares it: a text of hex digits is
/// good Base64 too, and each reading is another key.
package enum SecretEncoding: String, Hashable, Sendable, CaseIterable {
  /// The bytes of the text; one line break at the end is the editor's, not the secret's.
  case text
  /// Every byte as it stands.
  case bytes
  case hex
  case base64
  case base64url
}
