import Wire

/// A rule in a SARIF log (3.49). Of some there is no more than the id.
package struct SARIFRule: Sendable {
  package let id: String
  package var title: String?
  package var level: SARIFLevel?
  /// What is wrong about it, and what to do.
  package var why: String?
  package var remedy: String?
  package var references: [String] = []
  package var link: String?
  package var tags: [String] = []
  /// Of ten, as code scanning services sort by.
  package var weight: String?

  package init(id: String) { self.id = id }

  var json: JSONValue {
    var out: JSONObject = ["id": .string(id)]
    if let title { out["shortDescription"] = ["text": .string(title + ".")] }
    if let why { out["fullDescription"] = ["text": .string(why)] }
    if let help { out["help"] = ["text": .string(help.text), "markdown": .string(help.markdown)] }
    if let link { out["helpUri"] = .string(link) }
    if let level { out["defaultConfiguration"] = ["level": .string(level.rawValue)] }
    var properties = JSONObject()
    if !tags.isEmpty { properties["tags"] = .array(tags.map { .string($0) }) }
    if let weight { properties["security-severity"] = .string(weight) }
    if !properties.members.isEmpty { out["properties"] = .object(properties) }
    return .object(out)
  }

  private var help: (text: String, markdown: String)? {
    guard let why, let remedy else { return nil }
    let list = references.joined(separator: ", ")
    return (
      "\(why)\n\nWhat to do: \(remedy)\n\nReferences: \(list).",
      "\(why)\n\n**What to do:** \(remedy)\n\n**References:** \(list)."
    )
  }
}
