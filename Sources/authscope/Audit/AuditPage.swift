import Guide
import Wire

/// Every rule of the audit: what `authscope audit --rules` prints, and `docs/audit.md` holds.
enum AuditPage {
  static var text: String {
    AuditRules.all.map { "\($0.id)  \($0.severity.rawValue)  \($0.title)" }
      .joined(separator: "\n")
  }

  static var json: JSONValue {
    .array(
      AuditRules.all.map { rule in
        [
          "rule": .string(rule.id), "severity": .string(rule.severity.rawValue),
          "title": .string(rule.title), "why": .string(rule.why), "remedy": .string(rule.remedy),
          "references": .array(rule.references.map { .string($0) }), "link": .string(rule.link),
          "claims": .array(rule.claims.map { .string($0) }), "scenario": .string(rule.scenario),
          "sees": .array(kinds(of: rule).map { .string($0.rawValue) }),
        ]
      })
  }

  static var markdown: String { ([intro] + AuditRules.all.map(section)).joined(separator: "\n") }

  private static func kinds(of rule: AuditRule) -> [AuditSourceKind] {
    AuditSourceKind.allCases.filter(rule.sees.contains)
  }

  private static func words(_ kind: AuditSourceKind) -> String {
    switch kind {
    case .run: "runs"
    case .archive: "HAR files"
    case .token: "tokens"
    case .cookie: "Set-Cookie headers"
    }
  }

  private static func section(_ rule: AuditRule) -> String {
    let kinds = kinds(of: rule).map(words).joined(separator: ", ")
    let claims = rule.claims.isEmpty ? "" : " Claims: \(rule.claims.joined(separator: ", "))."
    return """
      ## \(rule.id)

      \(Paragraph.wrapped("**\(rule.title).** \(rule.severity.rawValue.capitalizedASCII)."))

      \(Paragraph.wrapped("\(rule.why) *Do:* \(rule.remedy)"))

      \(Paragraph.wrapped(
        "\(rule.references.joined(separator: ", ")). Can be seen from \(kinds)."
          + " Shown by `\(rule.scenario)`.\(claims)"))

      """
  }

  private static let intro = """
    # The audit

    \(Paragraph.wrapped(
      "`authscope audit SOURCE` holds a scenario, a saved run, a HAR file, a token or a Set-Cookie "
        + "header against \(AuditRules.all.count) rules: the guide's checklist (K1 to K7), its common "
        + "mistakes, and what the best current practices ask. Each rule answers *found*, with what was "
        + "seen and where, *not found*, or *cannot be seen from this source*, with what would show it."))

    ```console
    authscope audit oauth/link-csrf#no-state
    authscope audit login.har --format sarif > audit.sarif
    authscope audit "$TOKEN"
    authscope audit "Set-Cookie: sid=42; Path=/"
    ```

    \(Paragraph.wrapped(
      "A scenario goes before a file of the same name; a file is known by its content; what is no file "
        + "is a token (`a.b.c`) or a cookie (`name=value; ...`). `-` reads standard input. The exit "
        + "code is 1 when errors or warnings are found, and 0 otherwise: notes alone fail no audit. "
        + "With a source that cannot be read it is 2."))

    \(Paragraph.wrapped(
      "In a run the servers' own checks are seen, with those that are switched off; attackers' servers "
        + "are not judged. A HAR shows messages only, so that many rules say what to try instead. A "
        + "finding may weigh less or more than its rule, by what was seen."))

    ## Silencing

    \(Paragraph.wrapped(
      "`--ignore \"RULE=reason\"` silences a rule, and so does a file `.authscope-audit.yaml` beside "
        + "the source's file (in the working folder for what is no file; `--silences FILE` names "
        + "another). A reason is required. What is silenced is still shown, as silenced, and fails "
        + "nothing; a silence that silences nothing is told. `authscope check` checks such a file."))

    ```yaml
    authscope: 1
    silence:
      - rule: cookie-scope
        reason: The session has to reach www and api, and both are ours.
    ```

    This page is what `authscope audit --rules --markdown` prints, and a test compares the two.

    """
}

extension String {
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
