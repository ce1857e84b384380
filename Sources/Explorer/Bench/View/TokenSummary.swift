import Tokens
import Wire

/// A token in a few words, for a list.
enum TokenSummary {
  static func words(_ text: String) -> String {
    guard let token = TokenDecoder.tokens(in: text).first else { return "no token" }
    let algorithm = value("alg", token["header"])
    if token.kind == .encrypted { return "encrypted, \(algorithm ?? "no alg")" }
    let subject = value("sub", token["payload"]).map { " of \($0)" } ?? ""
    return "\(algorithm ?? "no alg")\(subject), \(token.byteCount) bytes"
  }

  private static func value(_ name: String, _ part: DecodedPart?) -> String? {
    part?.members.first { $0.name == name }.map { $0.value.string ?? $0.value.text() }
  }
}

extension BenchPrompt {
  /// Why the text is no JSON object; nil when it is one.
  var jsonFault: String? {
    do throws(JSONError) {
      let value = try JSONValue.parse(field.text)
      return value.object == nil ? "\(value.kind) where an object belongs" : nil
    } catch {
      return "\(error)"
    }
  }
}
