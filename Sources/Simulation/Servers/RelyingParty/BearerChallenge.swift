import Wire

/// What an API says in WWW-Authenticate (RFC 6750 3, RFC 9470 3).
enum BearerChallenge {
  static func error(_ answer: Response?) -> String? { parameter("error", of: answer) }

  /// The wishes for a new sign-in.
  static func wishes(_ answer: Response?) -> [Pair] {
    ["acr_values", "max_age"].compactMap { name in
      parameter(name, of: answer).map { Pair(name, $0) }
    }
  }

  private static func parameter(_ name: String, of answer: Response?) -> String? {
    guard let field = answer?.headers["WWW-Authenticate"] else { return nil }
    for part in field.split(separator: ",") {
      let text = ASCII.trimmed(part)
      let words = text.split(separator: " ").last ?? ""
      for candidate in [Substring(text), words] where candidate.hasPrefix(name + "=\"") {
        return String(candidate.dropFirst(name.utf8.count + 2).prefix { $0 != "\"" })
      }
    }
    return nil
  }
}
