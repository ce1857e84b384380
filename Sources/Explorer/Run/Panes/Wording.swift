import Ledger
import CellUI
import Trace
import Wire

/// Says in words what stands in a run: parties, secrets, times, messages.
struct Wording: Sendable {
  let model: RunModel

  var trace: Trace { model.trace }

  /// `app#2`, "Alice's laptop".
  func party(_ id: PartyID, instance: UInt8 = 0) -> String {
    let party = trace.party(id)
    guard !party.kind.isClient else { return party.title }
    return instance > 0 && party.instances > 1 ? "\(party.title)#\(instance)" : party.title
  }

  /// The text with secrets by their names.
  func named(_ text: String, role: StyleRole = .normal) -> StyledLine {
    model.names.pieces(text).map { piece in
      switch piece {
      case .text(let text): Span(text, role)
      case .secret(let id): Span(trace.secret(id).name, .secret)
      }
    }
  }

  /// "session id, made at 2"; "forged from access#1 at 4".
  func provenance(_ id: SecretID) -> String {
    let secret = trace.secret(id)
    let birth = model.birthplaces[Int(id.index)].map { $0 + 1 }
    if let source = secret.derivedFrom {
      let name = trace.secret(source).name
      let place = birth.map { " at \($0)" } ?? ""
      if secret.kind == .forged { return "forged from \(name)\(place)" }
      return "\(secret.kind.meaning), made from \(name)\(place)"
    }
    return secret.kind.meaning + (birth.map { ", made at \($0)" } ?? ", there from the start")
  }

  /// A time as seen from a moment: "in 14m19s", "12s ago".
  func relative(_ seconds: Int64, at moment: Int) -> String {
    let now = model.time(at: moment).seconds
    if seconds == now { return "now" }
    return seconds > now
      ? "in \(TimeSpan(seconds: seconds - now).text)"
      : "\(TimeSpan(seconds: now - seconds).text) ago"
  }

  /// A value of a row or claim: a secret's name, a time from the moment, or itself.
  func value(_ text: String, at moment: Int) -> StyledLine {
    if let seconds = Self.timestamp(text) {
      return [Span(relative(seconds, at: moment))]
    }
    return named(text)
  }

  /// The text with all points of time as seen from a moment: "created 3s ago, until in 12h".
  func timed(_ text: String, at moment: Int) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let bare = word.last == "," ? word.dropLast() : word
      guard let seconds = Self.timestamp(String(bare)) else { return String(word) }
      return relative(seconds, at: moment) + word.dropFirst(bare.count)
    }.joined(separator: " ")
  }

  /// A number of seconds since 1970 that lies between 2001 and 2065.
  static func timestamp(_ text: String) -> Int64? {
    guard text.utf8.count == 10, let number = Int64(text),
      (1_000_000_000...3_000_000_000)
        .contains(number)
    else { return nil }
    return number
  }
}
