import Wire

extension EncryptedMessage {
  /// Reads the compact form (RFC 7516 7.1).
  package init(
    _ text: String, limits: TokenLimits = TokenLimits()
  ) throws(EncryptedMessageError) {
    guard text.utf8.count <= limits.token else {
      throw EncryptedMessageError("token", offset: limits.token, .tooLong(limit: limits.token))
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 5 else {
      let end = parts.count < 5 ? text.utf8.count : parts.prefix(5).reduce(4) { $0 + $1.count }
      throw EncryptedMessageError(
        "token", offset: end, parts.count == 3 ? .signed : .parts(parts.count))
    }
    var decoded: [[UInt8]] = []
    var offset = 0
    for (part, slice) in zip(EncryptedPart.allCases, parts) {
      decoded.append(try Self.bytes(part.rawValue, String(Substring(slice)), from: offset))
      offset += slice.count + 1
    }
    let header = try Self.object(decoded[0], "header", limits)
    self.init(
      form: .compact, protectedText: String(Substring(parts[0])), protected: header,
      unprotected: JSONObject(),
      recipients: [Recipient(header: JSONObject(), encryptedKey: decoded[1])], iv: decoded[2],
      ciphertext: decoded[3], tag: decoded[4], dataText: nil)
  }

  /// Reads the JSON forms (RFC 7516 7.2).
  package init(
    _ json: JSONValue, limits: TokenLimits = TokenLimits()
  ) throws(EncryptedMessageError) {
    guard let object = json.object else {
      throw EncryptedMessageError("message", .member("is \(json.kind) where an object belongs"))
    }
    if let name = object.duplicates.first {
      throw EncryptedMessageError(name, .member("stands twice"))
    }
    let protectedText = try Self.text(object, "protected") ?? ""
    let bytes = try Self.bytes("protected", protectedText)
    let dataText = try Self.text(object, "aad")
    if let dataText { _ = try Self.bytes("aad", dataText) }
    self.init(
      form: object["recipients"] == nil ? .flattened : .general, protectedText: protectedText,
      protected: bytes.isEmpty ? JSONObject() : try Self.object(bytes, "protected", limits),
      unprotected: try Self.header(object, "unprotected"),
      recipients: try Self.recipients(object), iv: try Self.bytes(object, "iv"),
      ciphertext: try Self.required(object, "ciphertext"), tag: try Self.bytes(object, "tag"),
      dataText: dataText)
  }

  private static func recipients(
    _ object: JSONObject
  ) throws(EncryptedMessageError) -> [Recipient] {
    guard let member = object["recipients"] else { return [try recipient(object)] }
    guard let elements = member.array, !elements.isEmpty else {
      throw EncryptedMessageError("recipients", .member("must be a list of recipients"))
    }
    var found: [Recipient] = []
    for element in elements {
      guard let object = element.object else {
        throw EncryptedMessageError("recipients", .member("holds \(element.kind)"))
      }
      found.append(try recipient(object))
    }
    return found
  }

  private static func recipient(_ object: JSONObject) throws(EncryptedMessageError) -> Recipient {
    Recipient(
      header: try header(object, "header"), encryptedKey: try bytes(object, "encrypted_key"))
  }

  private static func header(
    _ object: JSONObject, _ name: String
  ) throws(EncryptedMessageError) -> JSONObject {
    guard let value = object[name] else { return JSONObject() }
    guard let header = value.object else {
      throw EncryptedMessageError(name, .member("is \(value.kind) where an object belongs"))
    }
    return header
  }

  private static func text(
    _ object: JSONObject, _ name: String
  ) throws(EncryptedMessageError) -> String? {
    guard let value = object[name] else { return nil }
    guard let text = value.string else {
      throw EncryptedMessageError(name, .member("is \(value.kind) where a string belongs"))
    }
    return text
  }

  private static func required(
    _ object: JSONObject, _ name: String
  ) throws(EncryptedMessageError) -> [UInt8] {
    guard object[name] != nil else { throw EncryptedMessageError(name, .member("is missing")) }
    return try bytes(object, name)
  }

  private static func bytes(
    _ object: JSONObject, _ name: String
  ) throws(EncryptedMessageError) -> [UInt8] {
    try bytes(name, try text(object, name) ?? "")
  }

  private static func bytes(
    _ part: String, _ text: String, from start: Int? = nil
  ) throws(EncryptedMessageError) -> [UInt8] {
    do throws(Base64Error) {
      return try Base64.decodeURL(text)
    } catch {
      throw EncryptedMessageError(
        part, offset: (start ?? 0) + error.offset, isMember: start == nil, .base64(error))
    }
  }

  private static func object(
    _ bytes: [UInt8], _ part: String, _ limits: TokenLimits
  ) throws(EncryptedMessageError) -> JSONObject {
    let isMember = part != "header"
    guard bytes.count <= limits.header else {
      throw EncryptedMessageError(part, isMember: isMember, .tooLong(limit: limits.header))
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(bytes)
    } catch {
      throw EncryptedMessageError(
        part, offset: error.offset * 4 / 3, isMember: isMember, .json(error))
    }
    guard let object = value.object else {
      throw EncryptedMessageError(part, .member("is \(value.kind) where an object belongs"))
    }
    return object
  }
}

extension EncryptedMessage {
  /// The compact form; nil for a message that it cannot express.
  package var compact: String? {
    guard form == .compact, recipients.count == 1 else { return nil }
    return [
      protectedText, Base64.url(recipients[0].encryptedKey), Base64.url(iv),
      Base64.url(ciphertext), Base64.url(tag),
    ].joined(separator: ".")
  }

  /// The message in JSON, flattened when it has one recipient and was made so.
  package var json: JSONObject {
    var object = JSONObject()
    object["protected"] = protectedText.isEmpty ? nil : .string(protectedText)
    object["unprotected"] = unprotected.members.isEmpty ? nil : .object(unprotected)
    if form == .general {
      object["recipients"] = .array(recipients.map { .object(Self.json($0)) })
    } else {
      object.members += Self.json(recipients[0]).members
    }
    object["aad"] = dataText.map { .string($0) }
    object["iv"] = iv.isEmpty ? nil : .string(Base64.url(iv))
    object["ciphertext"] = .string(Base64.url(ciphertext))
    object["tag"] = tag.isEmpty ? nil : .string(Base64.url(tag))
    return object
  }

  private static func json(_ recipient: Recipient) -> JSONObject {
    var object = JSONObject()
    object["header"] = recipient.header.members.isEmpty ? nil : .object(recipient.header)
    object["encrypted_key"] =
      recipient.encryptedKey.isEmpty ? nil : .string(Base64.url(recipient.encryptedKey))
    return object
  }
}
