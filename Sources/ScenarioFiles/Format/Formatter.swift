/// `fmt`: one way to indent, space and order a file; comments stay, meaning stays, and a formatted
/// file stays as it is.
package enum Formatter {
  package static let width = 100

  /// The file formatted, or why it cannot be; a file that is no YAML is left alone.
  package static func format(
    _ bytes: [UInt8], file name: String
  ) -> Result<[UInt8], FormatRefusal> {
    let file = SourceFile(name: name, bytes: bytes)
    let report = Report()
    guard let root = YAMLDocument.read(file, report), !report.hasErrors, root.entries != nil else {
      if !report.hasErrors { report.say(.expected("a mapping", found: "text"), 0..<0, in: file) }
      return .failure(FormatRefusal(diagnostics: report.sorted(in: file)))
    }
    let tree = FormatTree(root, file)
    var writer = FormatWriter(file, width: width)
    writer.write(KeyOrder.ordered(tree.top), indent: 0)
    let out = Array((writer.lines.joined(separator: "\n") + "\n").utf8)
    guard means(out, root, tree.commentTexts) else {
      report.say(.formatChangesMeaning, 0..<0, in: file)
      return .failure(FormatRefusal(diagnostics: report.sorted(in: file)))
    }
    return .success(out)
  }

  /// Whether the bytes say the same as the tree, comments included: no file is ever written whose
  /// meaning has changed.
  private static func means(_ bytes: [UInt8], _ root: Node, _ comments: [String]) -> Bool {
    let file = SourceFile(name: "", bytes: bytes)
    let report = Report()
    guard let again = YAMLDocument.read(file, report), !report.hasErrors else { return false }
    return again.means(root)
      && FormatTree(again, file).commentTexts.sorted() == comments.sorted()
  }
}

package struct FormatRefusal: Error {
  package let diagnostics: [Diagnostic]
}

extension Node {
  /// The same content, whatever the order of keys and the style of lists and mappings.
  fileprivate func means(_ other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a), .scalar(let b)):
      return a.text == b.text && (a.style == .plain) == (b.style == .plain)
    case (.sequence(let a), .sequence(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.means($1) }
    case (.mapping(let a), .mapping(let b)):
      let values = Dictionary(
        b.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
      return a.count == b.count
        && a.allSatisfy { entry in values[entry.key.text].map { entry.value.means($0) } ?? false }
    case (.refused, _), (.scalar, _), (.sequence, _), (.mapping, _): return false
    }
  }
}
