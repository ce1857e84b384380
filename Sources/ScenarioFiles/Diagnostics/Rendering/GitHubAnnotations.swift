/// Diagnostics as workflow commands, which GitHub draws beside the lines of a pull request.
package enum GitHubAnnotations {
  package static func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { render($0) }.joined()
  }

  private static func render(_ it: Diagnostic) -> String {
    let message = it.message + (it.hint.map { "; " + $0 } ?? "")
    let properties = [
      "file=" + escaped(it.file, inProperty: true), "line=\(it.line)", "col=\(it.column)",
      "endColumn=\(it.column + it.length)", "title=" + escaped(it.code, inProperty: true),
    ]
    return "::\(it.severity.rawValue) \(properties.joined(separator: ","))"
      + "::\(escaped(message, inProperty: false))\n"
  }

  private static func escaped(_ text: String, inProperty: Bool) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case ":" where inProperty: "%3A"
      case "," where inProperty: "%2C"
      default: String(scalar)
      }
    }.joined()
  }
}
