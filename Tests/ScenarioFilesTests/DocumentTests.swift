import Foundation
import Testing
import Wire

@testable import ScenarioFiles

/// `docs/scenario-language.md` is held to the reader's own tables.
@Suite struct `The page about the scenario language` {
  private static let page: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try? String(
      contentsOf: root.appending(path: "docs/scenario-language.md"), encoding: .utf8)
  }()

  private func keys(_ value: JSONValue) -> Set<String> {
    var out: Set<String> = []
    switch value {
    case .object(let object):
      if case .object(let properties)? = object["properties"] {
        out.formUnion(properties.members.map(\.name))
      }
      for member in object.members { out.formUnion(keys(member.value)) }
    case .array(let items): for item in items { out.formUnion(keys(item)) }
    case .string, .number, .bool, .null: break
    }
    return out
  }

  @Test func `names every key that is no defence`() throws {
    let page = try #require(Self.page)
    let vocabulary = Vocabulary.engine
    let defences = Set(vocabulary.defences.map(\.id.text))
    for key in keys(JSONSchema(vocabulary: vocabulary).scenario).sorted()
    where !defences.contains(key) && !key.hasPrefix("defences.") {
      #expect(page.contains("`\(key)"), "\(key)")
    }
  }

  @Test func `shows an example that is read without a remark`() throws {
    let page = try #require(Self.page)
    let example = try #require(page.split(separator: "```yaml\n").dropFirst().first)
    let text = try #require(example.split(separator: "```").first)
    let reader = ScenarioReader(vocabulary: .engine) { _ in nil }
    let reading = reader.read(Array(text.utf8), file: "example.yaml")
    #expect(reading.diagnostics.map(\.message) == [])
    #expect(reading.scenario != nil)
  }
}
