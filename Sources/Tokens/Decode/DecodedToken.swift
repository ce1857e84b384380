import Cryptography
import Wire

/// All that can be shown of a token without a key. Decoded, not verified: nothing here says that
/// anybody ever signed it.
package struct DecodedToken: Sendable {
  package enum Kind: Hashable, Sendable {
    case signed
    case encrypted
  }

  package enum Form: Hashable, Sendable {
    case compact
    case flattened
    case general
  }

  package let kind: Kind
  package let form: Form
  /// Where the token stands in the text.
  package let span: Range<Int>
  /// Header, payload and signature; or the five parts of an encrypted token; each signature or
  /// recipient of the general form with parts of its own.
  package let parts: [DecodedPart]
  /// The compact text as a verifier takes it, wrapping and decoration taken off; the JSON text of
  /// the other forms.
  package let text: String
  package let notes: [TokenNote]
  /// Certificates that the header brings along.
  package let certificates: [Certificate]
  /// A token inside the payload.
  package let nested: [DecodedToken]

  /// The part of that name.
  package subscript(_ name: String) -> DecodedPart? { parts.first { $0.name == name } }

  /// Bytes as an Authorization header field and as a cookie of that name take them.
  package var byteCount: Int { text.utf8.count }
}

/// One part of a token: its text, its bytes, and what they say.
package struct DecodedPart: Sendable {
  /// "header", "payload", "signature", "encrypted key", "iv", "ciphertext", "tag".
  package let name: String
  /// Where the part stands in the text.
  package let span: Range<Int>
  package let bytes: [UInt8]
  /// The bytes as JSON, with the place of every member; nil when they are none.
  package let document: JSONDocument?
  /// The top-level members in order, duplicates included.
  package let members: [DecodedMember]
}

/// One member of a header or payload.
package struct DecodedMember: Hashable, Sendable {
  package let name: String
  package let value: JSONValue
  /// The characters of the text that carry name and value.
  package let span: Range<Int>
  /// Whether a member of this name stood before it.
  package let isRepeated: Bool
  package let meaning: ClaimMeaning?
  /// The moment, where the name or its value says that it is one.
  package let time: TimeReading?
}
