import Trace

/// A figure of the comparison for every mechanism, with the claim that it measures.
package struct ComparisonRow: Hashable, Sendable {
  package let title: String
  /// The guide's claim: `C4`.
  package let claim: String
  /// One for each mechanism, in their order.
  package let cells: [String]
  /// What the figure means.
  package let note: String
}

/// The comparison of the guide, as it was measured.
package enum ComparisonTable {
  package static func rows(_ costs: [MechanismCost]) -> [ComparisonRow] {
    columns.map { column in
      ComparisonRow(
        title: column.title, claim: column.claim, cells: costs.map(column.cell), note: column.note)
    }
  }

  private struct Column: Sendable {
    let title: String
    let claim: String
    let note: String
    let cell: @Sendable (MechanismCost) -> String
  }

  private static let columns: [Column] =
    [
      Column(
        title: "requests to sign in, each", claim: "C6",
        note: "what one user's way in takes, pages of the provider included"
      ) { decimal($0.signIn.requests, $0.load.users) },
      Column(
        title: "credential of a page, bytes", claim: "C7",
        note: "the Cookie or Authorization header, name and line break included"
      ) { String($0.credentialBytes) },
      Column(
        title: "a page with its answer, bytes", claim: "C7",
        note: "request and response as HTTP/1.1 would write them"
      ) { decimal($0.pages.bytes, $0.load.allPages) },
      Column(
        title: "store reads for a page", claim: "C1",
        note: "rows that a server had to look up before it answered"
      ) { decimal($0.pages.reads, $0.load.allPages) },
      Column(
        title: "signatures checked for a page", claim: "P3",
        note: "where there is no lookup, there is arithmetic"
      ) { decimal($0.pages.verifications, $0.load.allPages) },
      Column(
        title: "rows kept while signed in", claim: "C1",
        note: "in all stores together: sessions, refresh tokens, grants, codes"
      ) { String($0.rowsKept) },
      Column(
        title: "pages refused without a shared store", claim: "C4",
        note: "the same visit, with a store of its own for each server"
      ) { "\($0.failedApart) of \($0.load.allPages)" },
      Column(
        title: "requests to the provider", claim: "C4",
        note: "nobody else can answer them; when it is down, they wait"
      ) { String($0.providerRequests) },
      Column(
        title: "a copy works on after the sign-out", claim: "C2",
        note: "of what was copied from the device before; found by trying, second by second"
      ) { duration($0.revokedAfter) },
    ] + total

  private static let total: [Column] =
    [
      ("requests", "of all users, from the first to the last"),
      ("bytes", "of all messages together"), ("reads", "of store rows"),
      ("writes", "of store rows"), ("signatures", "made by servers"),
      ("verifications", "of signatures"), ("password-hashes", "the slow part of a sign-in"),
    ].compactMap { name, note in
      guard let field = CostField(rawValue: name) else { return nil }
      return Column(
        title: "all \(name.split(separator: "-").joined(separator: " "))", claim: "C4", note: note
      ) { String($0.total[field]) }
    }

  /// "1", "1.5", "0.07": a mean with as many places as it needs, two at most.
  static func decimal(_ sum: Int, _ count: Int) -> String {
    guard count > 0 else { return "0" }
    let hundredths = (sum * 100 + count / 2) / count
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// "not at all", "45 s", "14 min 57 s", "30 d".
  package static func duration(_ seconds: Int) -> String {
    switch seconds {
    case 0: "not at all"
    case 86_400... where seconds % 86_400 == 0: "\(seconds / 86_400) d"
    case 3600... where seconds % 3600 == 0: "\(seconds / 3600) h"
    case 60... where seconds % 60 == 0: "\(seconds / 60) min"
    case 60..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds) s"
    }
  }
}
