import Wire

/// A JWE (RFC 7516) as it was received: one content, encrypted to one or more recipients. Nothing
/// in it has been checked or decrypted.
package struct EncryptedMessage: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    case compact
    case flattened
    case general
  }

  package struct Recipient: Hashable, Sendable {
    package let header: JSONObject
    package let encryptedKey: [UInt8]

    package init(header: JSONObject, encryptedKey: [UInt8]) {
      self.header = header
      self.encryptedKey = encryptedKey
    }
  }

  package let form: Form
  /// The protected header as it stands, base64url: part of what is authenticated.
  package let protectedText: String
  package let protected: JSONObject
  package let unprotected: JSONObject
  package let recipients: [Recipient]
  package let iv: [UInt8]
  package let ciphertext: [UInt8]
  package let tag: [UInt8]
  /// More authenticated data as it stands, base64url.
  package let dataText: String?

  package init(
    form: Form, protectedText: String, protected: JSONObject, unprotected: JSONObject,
    recipients: [Recipient], iv: [UInt8], ciphertext: [UInt8], tag: [UInt8], dataText: String?
  ) {
    self.form = form
    self.protectedText = protectedText
    self.protected = protected
    self.unprotected = unprotected
    self.recipients = recipients
    self.iv = iv
    self.ciphertext = ciphertext
    self.tag = tag
    self.dataText = dataText
  }

  /// What the tag covers beside the ciphertext (RFC 7516 5.1 step 14).
  package var authenticatedData: [UInt8] {
    Array(protectedText.utf8) + (dataText.map { [46] + Array($0.utf8) } ?? [])
  }

  /// The header that a recipient reads: all three parts together (RFC 7516 4).
  package func header(for recipient: Recipient) -> JSONObject {
    JSONObject(protected.members + unprotected.members + recipient.header.members)
  }
}

/// A part of a JWE, as errors and spans name it.
package enum EncryptedPart: String, Hashable, Sendable, CaseIterable {
  case header
  case encryptedKey = "encrypted key"
  case iv
  case ciphertext
  case tag
}

/// Why a text is no JWE: which part, at which byte, and what is wrong.
package struct EncryptedMessageError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    case parts(Int)
    /// Three parts: a signed token, which wants another command.
    case signed
    case tooLong(limit: Int)
    case base64(Base64Error)
    case json(JSONError)
    case member(String)
  }

  /// A part of the compact form, or a member of the JSON one.
  package let part: String
  /// The byte of the text; of the JSON form, of the member's own text.
  package let offset: Int
  package let problem: Problem
  private let isMember: Bool

  init(_ part: String, offset: Int = 0, isMember: Bool = false, _ problem: Problem) {
    self.part = part
    self.offset = offset
    self.problem = problem
    self.isMember = isMember
  }

  package var description: String {
    switch problem {
    case .parts(let count):
      "\(place)\(count) part\(count == 1 ? "" : "s") where an encrypted token has five"
    case .signed: "\(place)three parts: this token is signed (JWS), not encrypted"
    case .tooLong(let limit): "\(place)the \(part) is longer than \(limit) bytes"
    case .base64(let error): "\(place)the \(part) is not base64url: \(error.reason)"
    case .json(let error):
      "\(place)the \(part) is not JSON: decoded, at line \(error.line), column \(error.column): "
        + error.reason
    case .member(let reason): "the \(part) \(reason)"
    }
  }

  private var place: String { isMember ? "\"\(part)\", byte \(offset): " : "byte \(offset): " }
}
