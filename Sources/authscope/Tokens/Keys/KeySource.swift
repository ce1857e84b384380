import Tokens

/// Reads keys from files and the environment, and names the source of a mistake.
struct KeySource {
  /// Larger than any file of keys.
  static let sizeLimit = 1 << 20

  let passphrase: [UInt8]?

  /// The keys of a file in any form.
  func file(_ path: String) throws(Failure) -> KeyReading {
    try Self.refuseKeyAsName(path)
    let bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
    return try Self.read(bytes, from: path, passphrase: passphrase)
  }

  /// The JWK Set of a file.
  func set(_ path: String) throws(Failure) -> KeyReading {
    let reading = try file(path)
    guard reading.form == .jwkSet || reading.form == .jwk else {
      throw Failure("\(path) is no JWK Set. For a key in PEM or DER, say --key \(path).")
    }
    return reading
  }

  static func read(
    _ bytes: [UInt8], from source: String, passphrase: [UInt8]? = nil
  ) throws(Failure) -> KeyReading {
    do throws(KeyReadingError) {
      return try KeyReader(passphrase: passphrase).read(bytes)
    } catch {
      throw Failure("\(source): \(error)")
    }
  }

  static func secret(
    _ bytes: [UInt8], as encoding: SecretEncoding, from source: String
  ) throws(Failure) -> KeyReading {
    do throws(KeyReadingError) {
      return try KeyReader.secret(bytes, as: encoding)
    } catch {
      throw Failure("\(source), as \(encoding.rawValue): \(error)")
    }
  }

  static func environment(_ name: String, _ option: String) throws(Failure) -> [UInt8] {
    guard let value = Environment[name] else {
      throw Failure(
        "\(option): the environment has no \(name), or nothing in it. The option takes the name "
          + "of a variable, not its value.")
    }
    return Array(value.utf8)
  }

  /// A key in the place of its file's name: said without repeating it.
  private static func refuseKeyAsName(_ path: String) throws(Failure) {
    guard path.hasPrefix("{") || path.contains("-----BEGIN") else { return }
    throw Failure(
      "The option takes the name of a file, not the key itself: everybody on this machine can "
        + "read the arguments of a process.")
  }
}
