import Simulation
import Trace
import Wire

/// JSON Schema (draft-07) of the files, for editors; made from the tables that the reader reads by.
package struct JSONSchema {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Of a scenario.
  package var scenario: JSONValue {
    document("An authscope scenario", ScenarioGrammar.scenario.schema)
  }

  /// Of a file that scenarios include.
  package var library: JSONValue {
    document("Parts of the world of authscope scenarios", ScenarioGrammar.library.schema)
  }

  /// Of a course.
  package var course: JSONValue {
    document("An authscope course", CourseGrammar.course.schema)
  }

  private func document(_ title: String, _ schema: ObjectSchema) -> JSONValue {
    var root: JSONObject = ["$schema": "http://json-schema.org/draft-07/schema#"]
    root["title"] = .string(title)
    root.members += object(schema).members
    if let required = root["required"]?.array {
      root["required"] = .array(["authscope"] + required)
    }
    root["definitions"] = ["step": step]
    return .object(root)
  }

  /// A step has the keys of one verb.
  private var step: JSONValue {
    let verbs = VerbGrammar.all.map { grammar in
      let members = StepGrammar.commonSchema.members + grammar.schema.members
      var schema = object(ObjectSchema(members: members))
      schema["title"] = .string(grammar.verb.rawValue)
      return JSONValue.object(schema)
    }
    return ["oneOf": .array(verbs)]
  }

  private func object(_ schema: ObjectSchema) -> JSONObject {
    var properties = JSONObject()
    for member in schema.members {
      var value = value(member.schema)
      value["description"] = .string(member.words)
      properties[member.key] = .object(value)
    }
    let required = schema.members.filter(\.isRequired).map { JSONValue.string($0.key) }
    var out: JSONObject = ["type": "object", "properties": .object(properties)]
    if !required.isEmpty { out["required"] = .array(required) }
    out["patternProperties"] = ["^x-": [:]]
    out["additionalProperties"] = false
    return out
  }

  private static let scalar: JSONValue = ["string", "number", "boolean"]

  private func value(_ schema: Schema) -> JSONObject {
    switch schema {
    case .text, .line: return ["type": Self.scalar]
    case .integer(let range):
      return [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .boolean: return ["type": "boolean"]
    case .words(let words): return enumeration(words)
    case .list(let element): return ["type": "array", "items": .object(value(element))]
    case .oneOrList(let element):
      return ["anyOf": [.object(value(element)), .object(value(.list(element)))]]
    case .map(let element):
      return ["type": "object", "additionalProperties": .object(value(element))]
    case .object(let members): return object(members)
    case .anyOf(let schemas): return ["anyOf": .array(schemas.map { .object(value($0)) })]
    case .anything: return [:]
    case .steps: return ["$ref": "#/definitions/step"]
    case .defences: return defences
    case .settings: return settings
    case .claim: return enumeration(vocabulary.claims)
    case .defence: return enumeration(vocabulary.defences.map(\.id.text))
    case .check: return enumeration(vocabulary.checks.map(\.text))
    }
  }

  private func enumeration(_ words: [String]) -> JSONObject {
    ["enum": .array(words.map { .string($0) })]
  }

  /// `off` and `on` are what a YAML 1.1 editor takes for false and true.
  private func levels(_ defence: Vocabulary.Defence) -> JSONValue {
    ["enum": .array([true, false] + defence.levels.map { .string($0) })]
  }

  private var defences: JSONObject {
    let members = vocabulary.defences.map { JSONMember($0.id.text, levels($0)) }
    return [
      "type": "object", "properties": .object(JSONObject(members)),
      "additionalProperties": false,
    ]
  }

  private var settings: JSONObject {
    let defences = vocabulary.defences.map {
      JSONMember("defences.\($0.id.text)", levels($0))
    }
    let spans = ServerSpan.allCases.map(\.rawValue).joined(separator: "|")
    return [
      "type": "object", "properties": .object(JSONObject(defences)),
      "patternProperties": [
        #"^stores\.[^.]+\.shared$"#: ["type": "boolean"],
        #"^servers\.[^.]+\.count$"#: .object(value(.integer(ServerGrammar.counts))),
        #"^servers\.[^.]+\.balance$"#: .object(enumeration(Balance.allCases.map(\.rawValue))),
        #"^servers\.[^.]+\.algorithm$"#: .object(enumeration(ServerGrammar.algorithms)),
        .init(#"^servers\.[^.]+\.("# + spans + ")$"): ["type": "string"],
      ],
      "additionalProperties": false,
    ]
  }
}
