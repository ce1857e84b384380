import Cryptography
import Wire

/// A form in which keys are written.
package enum KeyForm: String, Hashable, Sendable, CaseIterable {
  case jwk
  case jwks
  /// PKCS#8 for private keys, SubjectPublicKeyInfo for public ones, one block for each key.
  case pem
  case der
  /// PKCS#1 (RFC 8017 A.1) for RSA, SEC 1 (RFC 5915) for private EC keys, in PEM.
  case traditional
}

/// Why keys cannot be written in a form.
package enum KeyWritingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The form holds one key.
  case notOne(KeyForm, count: Int)
  case secret(KeyForm)
  case noSuchForm(CryptographyError)
  case failed(CryptographyError)

  package var description: String {
    switch self {
    case .notOne(let form, let count):
      "\(form.rawValue) holds one key, and there are \(count); write jwks, or choose one of them"
    case .secret(let form):
      "a secret has no \(form.rawValue) form; write jwk or jwks"
    case .noSuchForm(let error): "no such form: \(error.sentence)"
    case .failed(let error): error.sentence
    }
  }
}

/// Writes keys.
package struct KeyWriter: Sendable {
  package let form: KeyForm

  package init(_ form: KeyForm) { self.form = form }

  /// Text ends with a line break. Private keys are written whole.
  package func write(_ keys: [JWK]) throws(KeyWritingError) -> [UInt8] {
    switch form {
    case .jwk: return text(.object(try json(only(keys))))
    case .jwks:
      var elements: [JSONValue] = []
      for key in keys { elements.append(.object(try json(key))) }
      return text(["keys": .array(elements)])
    case .pem, .traditional:
      var out: [UInt8] = []
      for key in keys { out += try pem(key).utf8 }
      return out
    case .der: return try der(only(keys))
    }
  }

  private func only(_ keys: [JWK]) throws(KeyWritingError) -> JWK {
    guard keys.count == 1, let key = keys.first else {
      throw .notOne(form, count: keys.count)
    }
    return key
  }

  private func text(_ value: JSONValue) -> [UInt8] {
    Array((value.prettyText(indent: 2) + "\n").utf8)
  }

  private func json(_ key: JWK) throws(KeyWritingError) -> JSONObject {
    do throws(CryptographyError) {
      return try key.json(revealingPrivate: true)
    } catch {
      throw .failed(error)
    }
  }

  private func pem(_ key: JWK) throws(KeyWritingError) -> String {
    let isTraditional = form == .traditional
    do throws(CryptographyError) {
      switch key.material {
      case .publicKey(let key): return isTraditional ? try key.pkcs1PEM : key.pem
      case .privateKey(let pair): return isTraditional ? try pair.traditionalPEM : pair.pem
      case .secret: break
      }
    } catch {
      throw .noSuchForm(error)
    }
    throw .secret(form)
  }

  private func der(_ key: JWK) throws(KeyWritingError) -> [UInt8] {
    switch key.material {
    case .publicKey(let key): key.spki
    case .privateKey(let pair): pair.pkcs8
    case .secret: throw .secret(form)
    }
  }
}
