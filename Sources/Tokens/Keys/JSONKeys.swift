import Wire

/// The keys of a JSON text: one JWK or a set of them (RFC 7517 4 and 5).
struct JSONKeys {
  private let bytes: [UInt8]
  private let document: JSONDocument

  init(_ bytes: [UInt8]) throws(KeyReadingError) {
    self.bytes = bytes
    do throws(JSONError) {
      document = try JSONDocument.parse(bytes, limits: .strict)
    } catch {
      throw KeyReadingError(.json(error))
    }
  }

  var reading: KeyReading {
    get throws(KeyReadingError) {
      guard let object = document.value.object else {
        throw KeyReadingError(.noKeyObject(document.value.kind))
      }
      let isSet = object["keys"] != nil
      guard isSet || object["kty"] != nil else { throw stranger(object) }
      do throws(JWKError) {
        let set = try JWKSet(document.value)
        return KeyReading(isSet ? .jwkSet : .jwk, set, notes: set.ignored.map(note))
      } catch {
        throw KeyReadingError(.jwk(error), at: place(of: error.member, in: document.root))
      }
    }
  }

  /// A member of a set that is no key here: said, and passed over (RFC 7517 5).
  private func note(_ ignored: JWKSet.Ignored) -> String {
    let node = document.node(at: ["keys", String(ignored.index)]) ?? document.root
    let error = KeyReadingError(.jwk(ignored.error), at: place(of: ignored.error.member, in: node))
    return "keys[\(ignored.index)], \(error); passed over"
  }

  /// Where the member stands; a member that is missing is missing in its object.
  private func place(of member: String?, in node: JSONNode) -> KeyPlace {
    // Of a repeated member the last one is the one too many.
    let span = node.members?.last { $0.name == member }?.nameSpan ?? node.span
    return KeyPlace(offset: span.lowerBound, in: bytes)
  }

  private func stranger(_ object: JSONObject) -> KeyReadingError {
    if let url = object["jwks_uri"]?.string { return KeyReadingError(.discovery(url)) }
    return KeyReadingError(.notJWK)
  }
}
