import Tokens

/// The keys of a set that everybody can fetch: public ones only.
struct PublishedKeys {
  let keys: [JWK]
  let ignored: [JWKSet.Ignored]
  let notes: [String]

  init(_ body: [UInt8], from source: String) throws(Failure) {
    let reading: KeyReading
    do throws(KeyReadingError) {
      reading = try KeyReader().read(body)
    } catch {
      throw Failure("\(source) answered with what is no JWK Set: \(error).", .providerError)
    }
    guard reading.form == .jwkSet || reading.form == .jwk else {
      throw Failure("\(source) answered with a key that is no JWK Set.", .providerError)
    }
    var notes = reading.notes
    keys = reading.keys.compactMap { key in
      if key.isSymmetric {
        notes.append("\(key.label) is a secret that everybody can fetch; passed over")
      } else if key.privateKeyPair != nil {
        notes.append("\(key.label) is published with its private part: anybody can sign with it")
      }
      return key.publicPart
    }
    ignored = reading.set.ignored
    self.notes = notes
  }
}
