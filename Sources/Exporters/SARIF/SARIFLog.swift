import Wire

/// A SARIF 2.1.0 log, for code scanning services: the one writer for whatever this program finds.
package struct SARIFLog: Sendable {
  /// The program's own version.
  package var version: String
  package var rules: [SARIFRule]
  package var results: [SARIFResult]
  /// What else is to be said of the run: what could not be seen.
  package var notes: [SARIFNote] = []
  /// The files that were looked at, as paths.
  package var artifacts: [String] = []
  /// The program's exit code, with what it means; nil where the log is of no whole run.
  package var exit: (code: Int, meaning: String)?

  package init(version: String, rules: [SARIFRule], results: [SARIFResult]) {
    self.version = version
    self.rules = rules
    self.results = results
  }

  package var json: JSONValue {
    var run: JSONObject = [
      "tool": ["driver": .object(driver)],
      "columnKind": "unicodeCodePoints",
      "results": .array(results.map { $0.json(ruleIndex: index(of: $0.rule)) }),
    ]
    if !artifacts.isEmpty {
      run["artifacts"] = .array(
        artifacts.map {
          ["location": ["uri": .string(SARIFPlace.uri($0))], "roles": ["analysisTarget"]]
        })
    }
    if let exit { run["invocations"] = [.object(invocation(exit))] }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [.object(run)],
    ]
  }

  private var driver: JSONObject {
    [
      "name": "authscope", "version": .string(version), "semanticVersion": .string(version),
      "rules": .array(rules.map(\.json)),
    ]
  }

  private func invocation(_ exit: (code: Int, meaning: String)) -> JSONObject {
    var out: JSONObject = [
      "executionSuccessful": true, "exitCode": .integer(exit.code),
      "exitCodeDescription": .string(exit.meaning),
    ]
    if !notes.isEmpty {
      out["toolExecutionNotifications"] = .array(
        notes.map { $0.json(ruleIndex: index(of: $0.rule)) })
    }
    return out
  }

  private func index(of rule: String) -> Int? { rules.firstIndex { $0.id == rule } }
}

/// A level as SARIF writes it (3.27.10).
package enum SARIFLevel: String, Hashable, Sendable {
  case error, warning, note
}
