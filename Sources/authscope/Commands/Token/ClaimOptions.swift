import ArgumentParser
import Tokens
import Wire

/// The claims of a token in the making.
struct ClaimOptions: ParsableArguments {
  @Option(help: ArgumentHelp("All claims as a JSON object.", valueName: "json"))
  var claims: String?

  @Option(
    help: ArgumentHelp(
      "A file with the claims as a JSON object; - is standard input.", valueName: "file"))
  var claimsFile: String?

  @Option(
    help: ArgumentHelp(
      "A claim; a value that is JSON is taken as JSON, else as text. Repeatable.",
      valueName: "name=value"))
  var claim: [String] = []

  @Option(help: ArgumentHelp("The issuer.", valueName: "text"))
  var iss: String?

  @Option(help: ArgumentHelp("The subject.", valueName: "text"))
  var sub: String?

  @Option(
    help: ArgumentHelp("Who the token is for; several become a list.", valueName: "text"))
  var aud: [String] = []

  @Option(help: ArgumentHelp("The token's own name.", valueName: "text"))
  var jti: String?

  @Option(help: ArgumentHelp("The nonce of the request.", valueName: "text"))
  var nonce: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it expires: 15m from now, or a moment.", valueName: "time"))
  var exp: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it becomes valid: now, 5m from now, -1m.", valueName: "time"))
  var nbf: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it was issued: now, -1h.", valueName: "time"))
  var iat: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The moment that \"now\" is: \(Moment.forms).", valueName: "time"))
  var at: String?

  /// A token is small; what is larger is another file.
  private static let sizeLimit = 4 << 20

  /// Whether anything says what the claims are.
  var isEmpty: Bool {
    claims == nil && claimsFile == nil && claim.isEmpty && iss == nil && sub == nil && aud.isEmpty
      && jti == nil && nonce == nil && exp == nil && nbf == nil && iat == nil
  }

  /// Whether standard input holds the claims.
  var takesInput: Bool { claimsFile == "-" }

  /// The object of JSON or file in its order, then the claims by name, each in the place of one of
  /// its name.
  func object() throws(Failure) -> JSONObject {
    var object = try base()
    object["iss"] = iss.map { .string($0) } ?? object["iss"]
    object["sub"] = sub.map { .string($0) } ?? object["sub"]
    if !aud.isEmpty {
      object["aud"] = aud.count == 1 ? .string(aud[0]) : .array(aud.map { .string($0) })
    }
    for (name, text) in [("exp", exp), ("nbf", nbf), ("iat", iat)] {
      if let text { object[name] = .integer(try moment(text, "--\(name)")) }
    }
    object["jti"] = jti.map { .string($0) } ?? object["jti"]
    object["nonce"] = nonce.map { .string($0) } ?? object["nonce"]
    for member in try MemberText.members(claim, option: "--claim") {
      object[member.name] = member.value
    }
    return object
  }

  private func base() throws(Failure) -> JSONObject {
    let (bytes, place): ([UInt8], String)
    switch (claims, claimsFile) {
    case (nil, nil): return JSONObject()
    case (.some, .some): throw Failure("There are claims by --claims and by --claims-file.")
    case (let text?, nil): (bytes, place) = (Array(text.utf8), "--claims")
    case (nil, "-"):
      (bytes, place) = (try FileSystem.standardInput(limit: Self.sizeLimit), "standard input")
    case (nil, let file?):
      (bytes, place) = (try FileSystem.contents(of: file, limit: Self.sizeLimit), file)
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(bytes)
    } catch {
      throw Failure("\(place) is not JSON: \(error).")
    }
    guard let object = value.object else {
      throw Failure("\(place) is \(value.kind), where claims, an object, belong.")
    }
    return object
  }

  /// A span alone is from now on, because nobody means 1970 by `15m`.
  private func moment(_ text: String, _ option: String) throws(Failure) -> Int {
    let now = try TimeOptions.moment(at)
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if !isNumber, let span = TimeSpan.seconds(text) { return now + span }
    guard let moment = Moment.seconds(text, now: now) else {
      throw Failure("\(option) \(text) is no moment. Write 15m, or \(Moment.forms).")
    }
    return moment
  }
}
