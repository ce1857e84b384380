import Wire

/// Diagnostics as a SARIF 2.1.0 log, for code scanning services.
package enum SARIF {
  /// `version` is that of the program.
  package static func log(_ diagnostics: [Diagnostic], version: String) -> JSONValue {
    let codes = diagnostics.map(\.code)
    let rules = codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map {
      JSONValue.object(["id": .string($1)])
    }
    let driver: JSONValue = [
      "name": "authscope", "version": .string(version), "rules": .array(rules),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
          "results": .array(diagnostics.map { result($0) }),
        ]
      ],
    ]
  }

  private static func result(_ it: Diagnostic) -> JSONValue {
    let start = characters(it, upTo: it.column - 1)
    let end = characters(it, upTo: it.column - 1 + it.length)
    let region: JSONValue = [
      "startLine": .integer(it.line), "startColumn": .integer(start + 1),
      "endColumn": .integer(max(end, start + 1) + 1),
    ]
    let place: JSONValue = [
      "artifactLocation": ["uri": .string(it.file)], "region": region,
    ]
    return [
      "ruleId": .string(it.code), "level": .string(it.severity.rawValue),
      "message": ["text": .string(it.message + (it.hint.map { "; " + $0 } ?? ""))],
      "locations": [["physicalLocation": place]],
    ]
  }

  /// SARIF counts characters where we count bytes.
  private static func characters(_ it: Diagnostic, upTo bytes: Int) -> Int {
    String(decoding: it.excerpt.utf8.prefix(bytes), as: UTF8.self).unicodeScalars.count
  }
}
