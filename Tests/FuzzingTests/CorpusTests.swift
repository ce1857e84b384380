import Foundation
import FuzzProperties
import Testing

@Suite struct `The readers against every input that a fuzzer kept` {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzzing/Corpus")

  @Test(arguments: FuzzProperty.all.map(\.name))
  func `a property holds of its seeds`(name: String) throws {
    let property = try #require(FuzzProperty.all.first { $0.name == name })
    for seed in try property.seeds() { try property.check(seed) }
  }

  @Test(arguments: FuzzProperty.all.map(\.name))
  func `a property holds of the corpus`(name: String) throws {
    let property = try #require(FuzzProperty.all.first { $0.name == name })
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appendingPathComponent(name), includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try property.check(bytes) }
    }
  }

  @Test func `the corpora stay small, and every one of them has its property`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.sorted() == FuzzProperty.all.map(\.name).sorted())
    var count = 0
    let files = FileManager.default.enumerator(
      at: Self.folder, includingPropertiesForKeys: [.fileSizeKey])
    while let file = files?.nextObject() as? URL {
      count += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    }
    #expect(count < 600_000)
  }
}
