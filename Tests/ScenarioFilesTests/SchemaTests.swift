import Testing
import Wire

@testable import ScenarioFiles

@Suite struct SchemaTests {
  private let schema = JSONSchema(vocabulary: .sample)

  private func json(_ text: String) throws -> JSONValue {
    let file = SourceFile(name: "x.yaml", bytes: Array(text.utf8))
    return try #require(YAMLDocument.read(file, Report())?.json)
  }

  @Test(arguments: [Samples.logout, Samples.linkCSRF])
  func `the samples are valid`(sample: String) throws {
    #expect(MiniValidator(schema.scenario).errors(in: try json(sample)) == [])
  }

  @Test func `an included file and a course are valid in schemas of their own`() throws {
    #expect(MiniValidator(schema.library).errors(in: try json(Samples.idp)) == [])
    let course = """
      authscope: 1
      title: A course
      groups: [{ title: All, core: true, lessons: [{ scenario: a/b, minutes: 5 }] }]
      """
    #expect(MiniValidator(schema.course).errors(in: try json(course)) == [])
  }

  @Test func `a new scenario is valid`() throws {
    let text = try #require(Starter.text(id: "a/b"))
    let engine = JSONSchema(vocabulary: .engine).scenario
    #expect(MiniValidator(engine).errors(in: try json(text)) == [])
  }

  @Test(arguments: [
    ("shows: [S1, S5, S7]", "shows: [S99]"), ("count: 2", "count: 65"), ("seed: 7", "sead: 7"),
    ("role: web-app", "role: webapp"), ("revoke-on-logout: true", "revoke: true"),
    ("revoke-on-logout: true", "pkce: maybe"), ("via: desk", "via: window"),
    ("request: laptop POST", "requst: laptop POST"), ("title: Logging", "x-title: Logging"),
    ("    via: desk\n", ""), ("defences.revoke-on-logout: false", "defences.revoke: false"),
    ("stores.sessions.shared: false", "stores.sessions.shared: no"),
    ("authscope: 1", "authscope: 2"),
  ])
  func `what the reader refuses by its tables is invalid`(old: String, new: String) throws {
    let text = Samples.logout.replacing(old, with: new, maxReplacements: 1)
    #expect(!MiniValidator(schema.scenario).errors(in: try json(text)).isEmpty)
    #expect(!diagnose(text).isEmpty)
  }

  @Test func `every key has a sentence, and every verb its keys`() throws {
    let properties = try #require(schema.scenario["properties"]?.object)
    #expect(properties.names == ScenarioGrammar.scenario.properties.map(\.key))
    #expect(properties.members.allSatisfy { $0.value["description"]?.string?.isEmpty == false })
    let verbs = schema.scenario["definitions"]?["step"]?["oneOf"]?.array ?? []
    #expect(verbs.compactMap { $0["title"]?.string } == VerbGrammar.verbs)
  }

  @Test func `the schema is the same text every time`() {
    #expect(schema.scenario.text() == JSONSchema(vocabulary: .sample).scenario.text())
  }
}

/// As much of draft-07 as the schemas use.
private struct MiniValidator {
  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  func errors(in value: JSONValue) -> [String] { errors(root, value, "") }

  private func errors(_ schema: JSONValue, _ value: JSONValue, _ path: String) -> [String] {
    if schema["$ref"]?.string == "#/definitions/step" {
      return errors(root["definitions"]?["step"] ?? false, value, path)
    }
    var out: [String] = []
    if let type = schema["type"], !matches(type, value) { out.append("\(path): type") }
    if let words = schema["enum"]?.array, !words.contains(value) { out.append("\(path): enum") }
    if let number = value.integer {
      if let least = schema["minimum"]?.integer, number < least { out.append("\(path): minimum") }
      if let most = schema["maximum"]?.integer, number > most { out.append("\(path): maximum") }
    }
    if let any = schema["anyOf"]?.array, !any.contains(where: { errors($0, value, path).isEmpty }) {
      out.append("\(path): anyOf")
    }
    if let one = schema["oneOf"]?.array,
      one.count(where: { errors($0, value, path).isEmpty }) != 1
    {
      out.append("\(path): oneOf")
    }
    if let element = schema["items"] {
      for (index, item) in (value.array ?? []).enumerated() {
        out += errors(element, item, "\(path)/\(index)")
      }
    }
    return out + members(schema, value.object, path)
  }

  private func members(_ schema: JSONValue, _ object: JSONObject?, _ path: String) -> [String] {
    guard let object else { return [] }
    var out: [String] = []
    for name in schema["required"]?.array ?? [] where object[name.string ?? ""] == nil {
      out.append("\(path): \(name.string ?? "") is missing")
    }
    for member in object.members {
      let inner = "\(path)/\(member.name)"
      let pattern = schema["patternProperties"]?.object?.members.first {
        (try? Regex($0.name).firstMatch(in: member.name)) ?? nil != nil
      }
      if let known = schema["properties"]?[member.name] ?? pattern?.value {
        out += errors(known, member.value, inner)
      } else if let other = schema["additionalProperties"] {
        if other.bool == false { out.append("\(inner): unknown") }
        if other.object != nil { out += errors(other, member.value, inner) }
      }
    }
    return out
  }

  private func matches(_ type: JSONValue, _ value: JSONValue) -> Bool {
    if let types = type.array { return types.contains { matches($0, value) } }
    switch type.string {
    case "string": return value.string != nil
    case "number": return value.number != nil
    case "integer": return value.integer != nil
    case "boolean": return value.bool != nil
    case "array": return value.array != nil
    case "object": return value.object != nil
    default: return false
    }
  }
}
