import Cryptography
import Wire

/// A set of keys (RFC 7517 5), with what makes it ambiguous.
package struct JWKSet: Sendable {
  /// A member that is no key that is understood: passed over, and said so (RFC 7517 5).
  package struct Ignored: Hashable, Sendable {
    package let index: Int
    package let error: JWKError
    /// The name that it bears all the same.
    package let id: String?
    package let type: String?
  }

  package let keys: [JWK]
  package let ignored: [Ignored]
  /// Why no verifier should take keys from the set by their names, if that is so.
  package let ambiguity: String?

  package init(_ keys: [JWK], ignored: [Ignored] = []) {
    self.keys = keys
    self.ignored = ignored
    ambiguity = Self.ambiguity(of: keys, ignored)
  }

  /// Reads `{"keys": [...]}`, or a single key.
  package init(_ json: JSONValue) throws(JWKError) {
    guard let object = json.object else { throw JWKError(nil, .notAnObject(json.kind)) }
    guard let member = object["keys"] else {
      guard object["kty"] != nil else { throw JWKError("keys", .missing) }
      self.init([try JWK(object)])
      return
    }
    guard let elements = member.array else {
      throw JWKError("keys", .wrongType(expected: "an array", actual: member.kind))
    }
    var keys: [JWK] = []
    var ignored: [Ignored] = []
    for (index, element) in elements.enumerated() {
      do throws(JWKError) {
        keys.append(try JWK(element))
      } catch {
        ignored.append(
          Ignored(
            index: index, error: error, id: element["kid"]?.string, type: element["kty"]?.string))
      }
    }
    self.init(keys, ignored: ignored)
  }

  /// The set to publish: public parts only, secrets left out.
  package var publicPart: JWKSet { JWKSet(keys.compactMap(\.publicPart)) }

  package func json(revealingPrivate: Bool = false) throws(CryptographyError) -> JSONObject {
    var elements: [JSONValue] = []
    for key in keys { elements.append(.object(try key.json(revealingPrivate: revealingPrivate))) }
    return ["keys": .array(elements)]
  }

  /// A name that two keys share, or secrets among public keys, where a token could choose between
  /// being verified and being authenticated (RFC 8725 3.1). A key that cannot be read keeps its
  /// name: another under the same name is still one of two.
  private static func ambiguity(of keys: [JWK], _ ignored: [Ignored]) -> String? {
    // Keys of two types may share a name: the algorithm tells them apart (RFC 7517 4.5).
    var names: Set<[UInt8]> = []
    let named = keys.map { ($0.type, $0.id) } + ignored.map { ($0.type ?? "", $0.id) }
    for case (let type, let id?) in named
    where !names.insert(Array((type + " " + id).utf8)).inserted {
      return "two keys named \"\(id)\""
    }
    let secrets = keys.count(where: \.isSymmetric)
    return secrets == 0 || secrets == keys.count ? nil : "secrets and public keys in one set"
  }
}
