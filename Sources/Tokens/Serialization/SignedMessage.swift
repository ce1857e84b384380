import Wire

/// A JWS in JSON (RFC 7515 7.2): one payload with any number of signatures, each with its headers.
package struct SignedMessage: Sendable {
  /// One signature with the parts of its header that it covers and those that it does not.
  package struct Signature: Hashable, Sendable {
    /// The protected header as it stands, base64url; empty when there is none.
    package let protected: String
    package let header: JSONObject
    /// The signature, base64url.
    package let value: String

    package init(protected: String, header: JSONObject, value: String) {
      self.protected = protected
      self.header = header
      self.value = value
    }
  }

  /// Whether the message was written with its one signature at the top (7.2.2).
  package let isFlattened: Bool
  /// The payload as it stands; nil when it travels elsewhere (RFC 7515 F).
  package let payload: String?
  package let signatures: [Signature]

  package init(payload: String?, signatures: [Signature], isFlattened: Bool) {
    self.payload = payload
    self.signatures = signatures
    self.isFlattened = isFlattened
  }

  package init(_ json: JSONValue) throws(SignedMessageError) {
    guard let object = json.object else {
      throw SignedMessageError(nil, "a JSON object belongs here")
    }
    if let name = object.duplicates.first { throw SignedMessageError(name, "stands twice") }
    payload = try Self.text(object, "payload")
    guard let member = object["signatures"] else {
      isFlattened = true
      signatures = [try Self.signature(object)]
      return
    }
    guard object["signature"] == nil else {
      throw SignedMessageError("signature", "stands beside signatures")
    }
    guard let elements = member.array, !elements.isEmpty else {
      throw SignedMessageError("signatures", "must be a list of signatures")
    }
    var found: [Signature] = []
    for element in elements {
      guard let object = element.object else {
        throw SignedMessageError("signatures", "holds \(element.kind) where an object belongs")
      }
      found.append(try Self.signature(object))
    }
    isFlattened = false
    signatures = found
  }

  private static func signature(_ object: JSONObject) throws(SignedMessageError) -> Signature {
    guard let value = try text(object, "signature") else {
      throw SignedMessageError("signature", "is missing")
    }
    let protected = try text(object, "protected") ?? ""
    let member = object["header"]
    guard let header = member.map({ $0.object }) ?? JSONObject() else {
      throw SignedMessageError("header", "must be an object")
    }
    guard !protected.isEmpty || member != nil else {
      throw SignedMessageError("protected", "is missing, and so is header")
    }
    return Signature(protected: protected, header: header, value: value)
  }

  private static func text(
    _ object: JSONObject, _ name: String
  ) throws(SignedMessageError) -> String? {
    guard let value = object[name] else { return nil }
    guard let text = value.string else {
      throw SignedMessageError(name, "is \(value.kind) where a string belongs")
    }
    return text
  }

  /// Each signature as a token of its own; a payload from elsewhere is given in its raw bytes.
  package func tokens(
    detached: [UInt8]? = nil, limits: TokenLimits = TokenLimits()
  ) throws(TokenError) -> [UnverifiedToken] {
    var tokens: [UnverifiedToken] = []
    for signature in signatures {
      let parts = TokenParts(
        protected: signature.protected, payload: payloadText(signature, detached),
        signature: signature.value)
      tokens.append(
        try UnverifiedToken(
          parts, form: .json, rule: .anything, unprotected: signature.header, limits: limits))
    }
    return tokens
  }

  private func payloadText(_ signature: Signature, _ detached: [UInt8]?) -> [UInt8] {
    guard let detached else { return Array((payload ?? "").utf8) }
    let header = try? JSONValue.parse(Base64.decodeURL(signature.protected))
    return header?["b64"]?.bool == false ? detached : Array(Base64.url(detached).utf8)
  }

  /// The message as JSON, members in the order of the RFC's examples.
  package var json: JSONObject {
    var object = JSONObject()
    object["payload"] = payload.map { .string($0) }
    if isFlattened, signatures.count == 1 {
      object.members += Self.json(signatures[0]).members
    } else {
      object["signatures"] = .array(signatures.map { .object(Self.json($0)) })
    }
    return object
  }

  private static func json(_ signature: Signature) -> JSONObject {
    var object = JSONObject()
    object["protected"] = signature.protected.isEmpty ? nil : .string(signature.protected)
    object["header"] = signature.header.members.isEmpty ? nil : .object(signature.header)
    object["signature"] = .string(signature.value)
    return object
  }
}

/// Why a JSON text is no JWS: the member, and what is wrong with it.
package struct SignedMessageError: Error, Hashable, Sendable, CustomStringConvertible {
  package let member: String?
  package let reason: String

  init(_ member: String?, _ reason: String) {
    self.member = member
    self.reason = reason
  }

  package var description: String { (member.map { "\"\($0)\" " } ?? "") + reason }
}
