import Ledger
import Trace
import Wire

/// A run as exporters write it: its steps and exchanges, every secret by its stable name unless the
/// reader asks for the values.
package struct RunDocument: Sendable {
  package let trace: Trace
  package let beats: Beats
  private let secrets: SecretIndex?

  package init(_ trace: Trace, reveals: Bool) {
    self.trace = trace
    beats = trace.beats
    secrets = reveals ? nil : SecretIndex(trace)
  }

  package var reveals: Bool { secrets == nil }

  /// Any text of the run, without secrets.
  func shown(_ text: String) -> String { secrets?.mask(text) ?? text }

  func shown(_ request: Request) -> Request {
    guard let secrets else { return request }
    var out = secrets.mask(request)
    // A URL stays one: braces and number sign of a name are not characters of a URL.
    out.url.path = Self.written(out.url.path)
    out.url.rawQuery = out.url.rawQuery.map(Self.written)
    out.url.fragment = out.url.fragment.map(Self.written)
    return out
  }

  func shown(_ response: Response) -> Response { secrets?.mask(response) ?? response }

  private static func written(_ part: String) -> String {
    guard part.utf8.contains(UInt8(ascii: "{")) else { return part }
    return part.utf8.reduce(into: "") { out, byte in
      switch byte {
      case UInt8(ascii: "{"): out += "%7B"
      case UInt8(ascii: "}"): out += "%7D"
      case UInt8(ascii: "#"): out += "%23"
      default: out.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  func party(_ id: PartyID) -> Party { trace.party(id) }

  /// "session/logout-revocation, cookie-only-logout".
  var name: String {
    trace.identity.scenario + (trace.identity.variant.map { ", \($0)" } ?? "")
  }

  /// The explanations of a step, those that are true in this run.
  func explanation(ofStep step: Int) -> [String] {
    guard trace.reports.indices.contains(step) else { return [] }
    return trace.reports[step].explanation.filter { !$0.isEmpty }.map(shown)
  }

  func question(ofStep step: Int) -> Question? {
    trace.reports.indices.contains(step) ? trace.reports[step].question : nil
  }

  /// What the scenario makes of the run: worked, stopped, or nothing to say.
  var verdict: String? {
    switch trace.verdict {
    case .none: nil
    case .secure: "The system held."
    case .attackWorked: "The attack worked."
    }
  }
}
