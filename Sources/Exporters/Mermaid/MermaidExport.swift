import Trace
import Wire

/// A run as a Mermaid sequence diagram (mermaid.js.org/syntax/sequenceDiagram).
enum MermaidExport {
  static func text(_ document: RunDocument) -> String {
    (["%% \(escaped(document.name))"] + lines(document)).joined(separator: "\n") + "\n"
  }

  /// The diagram alone.
  static func lines(_ document: RunDocument) -> [String] {
    let moments = document.moments
    let parties = appearing(moments)
    var out = ["sequenceDiagram", "  autonumber"]
    for party in parties {
      let kind = document.party(party).kind.isClient ? "actor" : "participant"
      out.append("  \(kind) \(alias(party)) as \(escaped(document.party(party).title))")
    }
    var step = -1
    for moment in moments {
      if moment.step != step, let first = parties.first, let last = parties.last {
        step = moment.step
        let across = first == last ? alias(first) : "\(alias(first)),\(alias(last))"
        out.append(
          "  Note over \(across): \(escaped(document.trace.steps[step].id.description))")
      }
      out += lines(moment)
    }
    return out
  }

  private static func lines(_ moment: Moment) -> [String] {
    guard let from = moment.from else { return [] }
    switch moment.kind {
    case .request, .response:
      guard let to = moment.to else { return [] }
      let arrow = moment.kind == .request ? "->>" : "-->>"
      let message = "  \(alias(from))\(arrow)\(alias(to)): \(escaped(moment.line))"
      let refusal = moment.refusal.map { "  Note right of \(alias(from)): \(escaped($0))" }
      return [message] + (refusal.map { [$0] } ?? [])
    case .attack: return ["  Note over \(alias(from)): \(escaped(moment.line))"]
    case .note: return ["  Note over \(alias(from)): \(escaped(moment.line))"]
    }
  }

  /// The parties in the order in which they appear.
  private static func appearing(_ moments: [Moment]) -> [PartyID] {
    var out: [PartyID] = []
    for party in moments.flatMap({ [$0.from, $0.to] }).compactMap(\.self)
    where !out.contains(party) {
      out.append(party)
    }
    return out
  }

  private static func alias(_ party: PartyID) -> String { "p\(party.index)" }

  private static let longest = 90

  /// Text in which nothing is syntax: Mermaid knows entity codes, `#59;` for a semicolon.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars.prefix(longest) {
      switch scalar {
      case "#", ";", "<", ">", "\"", "{", "}", "`", "\\":
        out += "#\(scalar.value);"
      default:
        if scalar.value < 32 || scalar.value == 127 {
          out += " "
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    if text.unicodeScalars.count > longest { out += "..." }
    // A word that ends a block when it stands alone.
    return out.lowercased() == "end" ? "(\(out))" : out
  }
}
