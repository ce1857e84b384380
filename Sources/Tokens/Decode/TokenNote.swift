/// Something about a token that its reader should know: what was forgiven to show it, and what a
/// verifier would stumble over.
package struct TokenNote: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// What stood around the token was taken off: `Bearer`, a cookie's name, quotes.
    case stripped(String)
    /// White space or line breaks stood inside.
    case whiteSpace
    /// Base64 that is not the strict base64url of JOSE.
    case encoding(String)
    case undecodable(String)
    case notJSON(String)
    case notAnObject(String)
    case duplicate(String)
    case loneSurrogate
    case missingPart(String)
    case parts(Int)
    case noAlgorithm
    case unsigned
    case oddlyCased(String, means: String)
    case unknownAlgorithm(String)
    /// Known by name, and not served here.
    case recognisedAlgorithm(String)
    case carriesKey(String)
    case wrongUnit(String, TimeReading.Unit)
    case notATime(String)
    case beyondCookie(Int)
    case tooDeep
  }

  package let kind: Kind
  /// The part that it is about; nil for the token as a whole.
  package let part: String?
  /// Where in the text it shows, if it shows at a place.
  package let span: Range<Int>?

  init(_ kind: Kind, part: String? = nil, span: Range<Int>? = nil) {
    self.kind = kind
    self.part = part
    self.span = span
  }

  /// The note as a sentence for a person.
  package var sentence: String {
    let place = part.map { "\($0): " } ?? ""
    return place + words
  }

  private var words: String {
    switch kind {
    case .stripped(let what): "\(what) was taken off"
    case .whiteSpace: "white space inside the token was taken out"
    case .encoding(let what): what
    case .undecodable(let why): "not Base64: \(why)"
    case .notJSON(let why): "not JSON: \(why)"
    case .notAnObject(let kind): "\(kind) where an object belongs"
    case .duplicate(let name): "\"\(name)\" stands twice; readers differ in which one counts"
    case .loneSurrogate: "half of a surrogate pair stands for no character"
    case .missingPart(let name): "the \(name) is missing"
    case .parts(let count): "\(count) parts; a signed token has three, an encrypted one five"
    case .noAlgorithm: "no alg"
    case .unsigned: "alg none: nobody signed this"
    case .oddlyCased(let name, let means): "alg \(name) is no name; \(means) is"
    case .unknownAlgorithm(let name): "alg \(name) is not known"
    case .recognisedAlgorithm(let name): "\(name) is known by name and cannot be verified here"
    case .carriesKey(let name): "\(name) offers a key; a verifier must not take it from here"
    case .wrongUnit(let name, let unit): "\(name) is in \(unit.name) where seconds belong"
    case .notATime(let name): "\(name) is not a number of seconds"
    case .beyondCookie(let bytes): "\(bytes) bytes: more than the 4096 of one cookie"
    case .tooDeep: "tokens nested deeper than four levels are not opened"
    }
  }
}
