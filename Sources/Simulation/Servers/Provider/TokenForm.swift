import Wire

/// What every endpoint asks of a form that a program posts (RFC 6749 3.2).
enum TokenForm {
  /// Names that may stand several times (RFC 8707 2, RFC 8693 2.1).
  static let repeatable = ["resource", "audience"]

  private static let type = "application/x-www-form-urlencoded"

  static let wellFormed = Gate<Arrival, Arrival>(
    "form-well-formed", "the form is encoded as one, and no field stands twice", "RFC 6749 3.2"
  ) { arrival, _ in
    let request = arrival.request
    let sent = request.headers["Content-Type"] ?? "none"
    let isForm = ASCII.equalFolded(ASCII.trimmed(sent.prefix { $0 != ";" }), type)
    guard isForm else {
      return .refuse(
        invalid("the body is not form-encoded"), expected: "Content-Type: \(type)", actual: sent)
    }
    if let twice = repeated(request.form) {
      return .refuse(
        invalid("\(twice) stands twice"), expected: "each field once",
        actual: "\(twice) stands twice")
    }
    return .enter(arrival)
  }

  static func repeated(_ pairs: [Pair]) -> String? {
    let names = pairs.map(\.name).filter { !repeatable.contains($0) }
    return names.first { name in names.count { $0 == name } > 1 }
  }

  static func invalid(_ description: String) -> Refusal {
    .oauth(status: 400, error: "invalid_request", description: description)
  }
}

extension Request {
  /// A field of the form; an empty value counts as left out (RFC 6749 3.2).
  func field(_ name: String) -> String? {
    form[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
