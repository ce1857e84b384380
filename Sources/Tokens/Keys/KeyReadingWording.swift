import Cryptography
import Wire

extension KeyReadingError: CustomStringConvertible {
  /// The place, what is wrong there, and the remedy.
  package var description: String {
    (place.map { "\($0): " } ?? "") + problem.sentence
  }
}

extension KeyReadingError.Problem {
  fileprivate var sentence: String {
    switch self {
    case .empty: "nothing is there; a key belongs here"
    case .utf16: "the text is UTF-16; save it as UTF-8"
    case .unknownForm:
      "neither PEM, DER, JWK nor JWK Set; a plain secret is read by a declared encoding (text, "
        + "hex, base64, base64url)"
    case .encrypted:
      "the private key is encrypted; give its passphrase, or decrypt it first: openssl pkey -in "
        + "FILE -out PLAIN"
    case .wrongPassphrase: "the passphrase does not open the private key"
    case .encryptedTraditional:
      "the private key is encrypted in OpenSSL's older way; decrypt it first: openssl pkey -in "
        + "FILE -out PLAIN"
    case .openSSH:
      "an OpenSSH key; convert it first: ssh-keygen -p -m PKCS8 -f COPY for a private key, "
        + "ssh-keygen -e -m PKCS8 -f FILE for a public one"
    case .escapedLineBreaks:
      "the line breaks are written as \\n; write them as line breaks"
    case .noKeyBlock: "no block of the PEM text holds a key"
    case .unknownDER:
      "DER that is no key here: SPKI, a certificate, PKCS#1, PKCS#8 or SEC 1 is read (PKCS#12: "
        + "openssl pkcs12 -in FILE -nodes)"
    case .notJWK: "the object is no JWK: it has neither \"kty\" nor \"keys\""
    case .noKeyObject(let kind):
      "\(kind), where a JWK or {\"keys\": [...]} belongs"
    case .discovery(let url):
      "a provider's metadata, which holds no keys; they are at its jwks_uri, \(url)"
    case .pem(let fault): fault.sentence
    case .refused(let error): error.sentence
    case .json(let error): "not JSON: \(error)"
    case .jwk(let error): "\(error)"
    case .notHex(let byte): "\(named(byte)) is no hex digit"
    case .oddHex(let count): "\(count) hex digits, where each byte has two"
    case .notBase64(let error): "not Base64: \(error)"
    case .otherAlphabet(let byte, let other): "\(named(byte)) belongs to \(other.rawValue)"
    }
  }

  private func named(_ byte: UInt8) -> String {
    if byte > 32, byte < 127 { return "\"\(Unicode.Scalar(byte))\"" }
    return "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension PEMFault {
  fileprivate var sentence: String {
    switch self {
    case .noBegin: "no line -----BEGIN ...-----"
    case .unterminatedLabel: "the line does not end in five dashes"
    case .noEnd(let label): "no line -----END \(label)----- follows; the text is cut off"
    case .endMismatch(let begin, let end): "-----END \(end)----- closes -----BEGIN \(begin)-----"
    case .invalidCharacter(let byte):
      "byte 0x\(String(byte, radix: 16)) is no Base64 digit and no line break"
    case .badLength: "the Base64 is cut off: it is not a multiple of four digits"
    }
  }
}

extension CryptographyError {
  /// The error in a sentence for who gave the key.
  package var sentence: String {
    switch self {
    case .malformedPEM(let fault, let offset): "byte \(offset): \(fault.sentence)"
    case .malformedDER(let label): "the bytes are not the structure of \(label)"
    case .unsupported(let what): "\(what) is not supported"
    case .invalidKey(let why): why
    case .wrongKind(let expected, let actual): "\(actual), where \(expected) belongs"
    case .invalidParameter(let what): what
    case .decryptionFailed: "the key does not open it"
    }
  }
}

extension JWKError: CustomStringConvertible {
  package var description: String {
    (member.map { "\"\($0)\" " } ?? "the key ") + problem.predicate
  }
}

extension JWKError.Problem {
  fileprivate var predicate: String {
    switch self {
    case .notAnObject(let kind): "is \(kind), where an object belongs"
    case .missing: "is missing"
    case .wrongType(let expected, let actual): "is \(actual), where \(expected) belongs"
    case .repeated: "stands twice"
    case .notBase64URL(let error): "is not base64url: \(error)"
    case .unsupported(let name): "is \"\(name)\", which is not supported"
    case .invalid(let error): "is no key: \(error.sentence)"
    case .forbidden(let why): "is not allowed: \(why)"
    }
  }
}
