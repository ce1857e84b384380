import CellUI
import Tokens

/// What the reader asks of the token: a row for each wish, each edited where it stands.
struct PolicySection {
  let bench: BenchState
  let glyphs: Glyphs
  let width: Int

  private static let nameWidth = 12
  private var policy: BenchPolicy { bench.policy }

  func content() -> SectionContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    var focus: Int?
    var field: (line: Int, column: Int)?
    for row in PolicyRow.allCases {
      let isSelected = bench.selectedPolicy == row
      if isSelected { focus = out.lines.count }
      let emphasis: Emphasis = isSelected ? .selected : []
      let head: StyledLine = [
        Span(isSelected ? "\(glyphs.marker) " : "  ", .accent),
        Span(row.title.padded(to: Self.nameWidth), .normal, emphasis),
      ]
      if bench.edit?.target == .policy(row) {
        field = (out.lines.count, 2 + Self.nameWidth)
        out.addCut(head)
      } else {
        out.add(head + value(row) + hint(row, isSelected), hanging: 2 + Self.nameWidth)
      }
    }
    let title = policy.server.map { "Policy of \($0)" } ?? "Your policy"
    return SectionContent(
      title: title,
      note: [Span("you decide, never the token", .dim)],
      lines: out.lines, focusLine: focus, field: field)
  }

  private func hint(_ row: PolicyRow, _ isSelected: Bool) -> StyledLine {
    guard isSelected else { return [] }
    switch row {
    case .key:
      let (give, show) = (bench.press(.giveKey), bench.press(.reveal))
      let isSecret = bench.key?.isSecret == true
      return [Span(isSecret ? "   \(give) another, \(show) shows it" : "   \(give)", .keyHint)]
    case .expiry, .shortKeys: return [Span("   \(bench.press(.toggle))", .keyHint)]
    case .algorithms, .issuer, .audience, .type, .leeway, .clock:
      return [Span("   \(bench.press(.edit))", .keyHint)]
    }
  }

  private func value(_ row: PolicyRow) -> StyledLine {
    switch row {
    case .algorithms: return algorithms
    case .key: return key
    case .issuer: return text(policy.issuer, none: "any")
    case .audience:
      if policy.takesAnyAudience {
        return [Span("any", .warning), Span(": also tokens for somebody else", .dim)]
      }
      return text(
        policy.audience.isEmpty ? nil : policy.audience.joined(separator: " or "),
        none: "none: a token for somebody is refused")
    case .type:
      return text(
        policy.types.isEmpty ? nil : policy.types.joined(separator: " or "), none: "any")
    case .leeway: return [Span("\(policy.leeway) s")]
    case .clock: return clock
    case .expiry:
      return policy.requiresExpiry
        ? [Span("required")]
        : [Span("not required", .warning), Span(": a token may live for ever", .dim)]
    case .shortKeys:
      return policy.allowsShortKeys ? [Span("allowed, for tests", .warning)] : [Span("refused")]
    }
  }

  private func text(_ value: String?, none: String) -> StyledLine {
    value.map { [Span($0, .strong)] } ?? [Span(none, .dim)]
  }

  private var algorithms: StyledLine {
    switch policy.rule {
    case .pinned(let list): return [Span(names(list), .strong)]
    case .blocklist(let list):
      return [Span("anything but \(list.joined(separator: ", "))", .warning)]
    case .header: return [Span("the token chooses", .attack)]
    case .undecided:
      guard let key = bench.key else {
        return [Span("none named yet", .dim)]
      }
      return [Span(names(key.algorithms), .strong), Span(" what your key is for", .dim)]
    }
  }

  private func names(_ list: [SignatureAlgorithm]) -> String {
    "[\(list.map(\.name).joined(separator: ", "))]"
  }

  private var key: StyledLine {
    guard let key = bench.key else {
      return [
        Span("none given", .decoded), Span("   \(bench.press(.giveKey)) gives one", .keyHint),
      ]
    }
    if bench.view.isRevealed, let secret = key.revealed {
      return [Span(secret, .secret), Span("   \(bench.press(.reveal)) hides it", .keyHint)]
    }
    return [Span(key.words, .strong)]
  }

  private var clock: StyledLine {
    let date = CalendarDate(secondsSince1970: Int64(policy.clock.seconds)).text
      .split(separator: "T").joined(separator: " ")
    switch policy.clock {
    case .machine: return [Span(date), Span(" when it came", .dim)]
    case .run(let seconds, let start):
      return [Span("+\(seconds - start) s of the run"), Span(" \(date)", .dim)]
    case .chosen: return [Span(date, .strong), Span(" chosen", .dim)]
    }
  }
}
