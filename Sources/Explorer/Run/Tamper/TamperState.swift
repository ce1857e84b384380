import CellUI
import Simulation
import Tokens
import Trace
import Wire

/// The editor of a message before it is sent; nothing happens to the run before it is.
struct TamperState: Hashable, Sendable {
  /// The message that is changed.
  struct Target: Hashable, Sendable {
    let address: Address
    let fingerprint: Fingerprint
    /// From 1.
    let number: Int
    /// "Mallory > api".
    let route: String

    /// The same for the answer, which is the message of that number.
    func answered(by number: Int) -> Target {
      Target(
        address: address, fingerprint: fingerprint, number: number,
        route: "the answer to \(fingerprint.method) \(fingerprint.path)")
    }
  }

  /// Where a request of one's own can stand, and who can send it.
  struct Own: Hashable, Sendable {
    let places: [Address]
    let clients: [String]
  }

  enum Subject: Hashable, Sendable {
    case message(Target)
    /// The answer to the message of that address.
    case answer(Target)
    case own(Own)
  }

  /// A value that is being typed.
  struct Input: Hashable, Sendable {
    enum Purpose: Hashable, Sendable {
      case change(TamperRow)
      /// A new field or member beside that row.
      case add(TamperRow)
    }

    let purpose: Purpose
    var field: TextField
  }

  let subject: Subject
  /// The message as it was.
  let base: TamperedMessage
  let means: ForgerMeans
  /// The run's clock, in seconds.
  let now: Int
  /// The current one last; `undo` goes back to those before it.
  private(set) var drafts: [TamperDraft]
  var row = 0
  var input: Input?
  /// The list of presets, with the row under the cursor; nil while it is closed.
  var presets: Int?

  init(
    _ subject: Subject, base: TamperedMessage, means: ForgerMeans, now: Int, draft: TamperDraft
  ) {
    self.subject = subject
    self.base = base
    self.means = means
    self.now = now
    drafts = [draft]
    let rows = TamperRow.all(of: draft.message, isOwn: isOwn)
    let algorithm = rows.firstIndex {
      if case .member(_, true, "alg") = $0 { true } else { false }
    }
    row = algorithm ?? min(isOwn ? 3 : isAnswer ? 0 : 1, rows.count - 1)
  }

  var isOwn: Bool {
    switch subject {
    case .message, .answer: false
    case .own: true
    }
  }

  var isAnswer: Bool {
    switch subject {
    case .answer: true
    case .message, .own: false
    }
  }

  var draft: TamperDraft { drafts[drafts.count - 1] }
  var rows: [TamperRow] { TamperRow.all(of: draft.message, isOwn: isOwn) }
  var selected: TamperRow? { rows.indices.contains(row) ? rows[row] : nil }
  var canUndo: Bool { drafts.count > 1 }

  /// Whether sending it would change anything.
  var changes: Bool { isOwn || !draft.edits.isEmpty || draft.way != .once }

  mutating func undo() -> Bool {
    guard canUndo else { return false }
    drafts.removeLast()
    keepRow()
    return true
  }

  /// Makes a new draft; false when it is the same as before.
  @discardableResult
  mutating func change(_ make: (inout TamperDraft) -> Void) -> Bool {
    var next = draft
    make(&next)
    if !isOwn { next.message = rebuilt(next.edits) }
    guard next != draft else { return false }
    drafts.append(next)
    keepRow()
    return true
  }

  private mutating func keepRow() { row = max(0, min(row, rows.count - 1)) }

  private func rebuilt(_ edits: [TamperEdit]) -> TamperedMessage {
    var message = base
    for edit in edits { message.apply(edit, value: means.value(of: edit, in: message)) }
    return message
  }

  /// The token in a field of the message as it was, which a forgery begins with.
  func token(in field: TamperField) -> UnverifiedToken? {
    (isOwn ? draft.message : base).value(of: field)?.token
  }
}

extension String {
  /// The token in a field's value.
  var token: UnverifiedToken? {
    TokenInField(self).flatMap { try? UnverifiedToken($0.token) }
  }
}
