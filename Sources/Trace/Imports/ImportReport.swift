/// What is to be said of an imported file besides what its trace shows: who wrote it, what was left
/// out of it, and where it is damaged.
package struct ImportReport: Hashable, Sendable {
  /// Who wrote the file: what is missing, and how to get it, depends on that.
  package enum Writer: String, Hashable, Sendable, CaseIterable {
    case chrome, firefox, safari, mitmproxy, authscope, other
  }

  package var writer = Writer.other
  /// As the file says it: "WebInspector 537.36".
  package var creator = ""
  /// All entries that could be read.
  package var entries = 0
  /// Those for pictures, style sheets, scripts and fonts, of which the trace says nothing.
  package var folded = 0
  /// Bodies that were there and say nothing of authentication, or were too long: left out.
  package var bodiesLeftOut = 0
  /// What the browser or proxy did not write into the file.
  package var missing: [MissingPart] = []
  /// Where reading had to stop; what stands before it is in the trace.
  package var damage: ImportDamage?
  /// For each record of the trace its entry in the file, from 1.
  package var entryOfRecord: [Int32] = []

  package init() {}

  package func missing(_ kind: MissingPart.Kind) -> MissingPart? {
    missing.first { $0.kind == kind }
  }
}

/// Something that a file does not tell, though it happened, and how to get a file that does.
package struct MissingPart: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case cookies, authorization
    /// What servers say to each other, which no browser sees.
    case backChannel = "back-channel"
    case responseBodies = "response-bodies"
    case requestBodies = "request-bodies"
    /// What happened before the recording began.
    case beginning
    /// Requests that were blocked or cut off.
    case unanswered
    /// Entries without a URL or method that could be read.
    case unreadable
  }

  package let kind: Kind
  /// In how many entries; 0 where it cannot be counted.
  package let count: Int
  /// A sentence.
  package let what: String
  /// How to get it, in one or two sentences.
  package let remedy: String

  package init(_ kind: Kind, count: Int, what: String, remedy: String) {
    self.kind = kind
    self.count = count
    self.what = what
    self.remedy = remedy
  }
}

/// The place where a file stops being what it should be.
package struct ImportDamage: Hashable, Sendable, CustomStringConvertible {
  /// The entry that is damaged, from 1; nil outside of the entries.
  package let entry: Int?
  /// The byte of the file, from 0.
  package let offset: Int
  /// From 1.
  package let line: Int
  /// What was expected there, and what was found.
  package let reason: String
  /// Whether the part of the entry before the damage is in the trace.
  package let isPartRead: Bool

  package init(entry: Int?, offset: Int, line: Int, reason: String, isPartRead: Bool) {
    self.entry = entry
    self.offset = offset
    self.line = line
    self.reason = reason
    self.isPartRead = isPartRead
  }

  package var description: String {
    let place = "line \(line), byte \(offset)"
    guard let entry else { return "damaged at \(place): \(reason)" }
    let kept = isPartRead ? "; what stands before that in it was read" : ""
    return "entry \(entry) is damaged at \(place): \(reason)\(kept)"
  }
}
