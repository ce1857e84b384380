import Foundation

/// A text file of the checkout, with the path that readers know it by: `Sources/Wire/ASCII.swift`.
struct SourceFile: Sendable {
  let path: String
  let text: String
  /// The text with comments and what stands in quotes left out, so that prose breaks no rule.
  let code: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
    let unquoted = Pattern(#""(\\.|[^"\\\n])*""#)
      .replacing(in: Self.withoutLongQuotes(text), with: "\"\"")
    code = Pattern("//.*").replacing(in: unquoted, with: "")
  }

  /// The lines between triple quotes left empty: what stands there may be in another language.
  private static func withoutLongQuotes(_ text: String) -> String {
    let parts = text.components(separatedBy: "\"\"\"")
    guard !parts.count.isMultiple(of: 2) else { return text }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? part : part.filter { $0 == "\n" }
    }.joined()
  }

  /// `Wire` for everything under `Sources/Wire`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}

/// The checkout that these tests were compiled from.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let sources = files(under: "Sources", suffixes: [".swift"])
  static let nativeSources = files(under: "Sources", suffixes: [".c", ".h"])

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Every file below a folder whose name ends in one of the suffixes, in the order of the paths.
  static func files(under folder: String, suffixes: [String]) -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    let paths = (names?.allObjects as? [String] ?? []).sorted().map { "\(folder)/\($0)" }
    return paths.filter { path in suffixes.contains { path.hasSuffix($0) } }.compactMap { path in
      (try? text(path)).map { SourceFile(path: path, text: $0) }
    }
  }
}
