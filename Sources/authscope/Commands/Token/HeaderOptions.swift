import ArgumentParser
import Tokens
import Wire

/// Members of a header that the caller sets.
struct HeaderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A header member; a value that is JSON is taken as JSON, else as text. Repeatable.",
      valueName: "name=value"))
  var header: [String] = []

  @Option(help: ArgumentHelp("The type, JWT without it.", valueName: "type"))
  var typ: String?

  @Flag(help: "Write no typ.")
  var noTyp = false

  @Option(help: ArgumentHelp("The key's name, instead of its own.", valueName: "id"))
  var kid: String?

  /// The header: what the caller says in the place of what the command would, then what is new.
  func header(
    algorithm: String, keyID: String?, defaultType: String?
  ) throws(Failure) -> JSONObject {
    if noTyp, typ != nil { throw Failure("--typ and --no-typ contradict each other.") }
    var header: JSONObject = ["alg": .string(algorithm)]
    header["typ"] = noTyp ? nil : (typ ?? defaultType).map { .string($0) }
    header["kid"] = (kid ?? keyID).map { .string($0) }
    for member in try MemberText.members(self.header, option: "--header") {
      header[member.name] = member.value
    }
    return header
  }
}
