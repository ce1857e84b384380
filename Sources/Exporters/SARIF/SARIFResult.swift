import Wire

/// One finding of a SARIF log (3.27).
package struct SARIFResult: Sendable {
  package let rule: String
  package let level: SARIFLevel
  package let message: String
  package let places: [SARIFPlace]
  /// Why it is not to be heard of; nil where it is.
  package let justification: String?

  package init(
    rule: String, level: SARIFLevel, message: String, places: [SARIFPlace],
    justification: String? = nil
  ) {
    self.rule = rule
    self.level = level
    self.message = message
    self.places = places
    self.justification = justification
  }

  func json(ruleIndex: Int?) -> JSONValue {
    var out: JSONObject = ["ruleId": .string(rule)]
    if let ruleIndex { out["ruleIndex"] = .integer(ruleIndex) }
    out["level"] = .string(level.rawValue)
    out["message"] = ["text": .string(message)]
    // More than one location would say that all of them have to be changed (3.27.12).
    out["locations"] = .array(places.prefix(1).map(\.json))
    if places.count > 1 { out["relatedLocations"] = .array(places.dropFirst().map(\.json)) }
    if let justification {
      out["suppressions"] = [
        ["kind": "external", "status": "accepted", "justification": .string(justification)]
      ]
    }
    return .object(out)
  }
}

/// Something that the tool says of its own run (3.58), about one of its rules.
package struct SARIFNote: Sendable {
  package let rule: String
  package let message: String

  package init(rule: String, message: String) {
    self.rule = rule
    self.message = message
  }

  func json(ruleIndex: Int?) -> JSONValue {
    var descriptor: JSONObject = ["id": .string(rule)]
    if let ruleIndex { descriptor["index"] = .integer(ruleIndex) }
    return [
      "descriptor": ["id": "cannot-be-seen"], "associatedRule": .object(descriptor),
      "level": "note", "message": ["text": .string(message)],
    ]
  }
}
