import CellUI
import Tokens

/// A token on the bench, what is asked of it, and how it was before each change.
struct BenchState: Sendable {
  /// What `u` goes back to.
  private struct Snapshot: Sendable {
    let subject: BenchSubject
    let policy: BenchPolicy
    let key: BenchKey?
    /// "role was edited".
    let change: String
  }

  private static let longestHistory = 200

  private(set) var subject: BenchSubject
  private(set) var policy: BenchPolicy
  private(set) var key: BenchKey?
  /// Computed when one of these three changes, and only then.
  private(set) var model: BenchModel
  private var history: [Snapshot] = []
  var view = BenchViewState()
  var edit: BenchEdit?
  /// Where the reader is; a run's virtual clock has no place but Greenwich.
  var zone = LocalZone.utc
  /// The keys as sentences name them.
  var keys = KeyTable.standard
  /// The causes found for the judgement in sight; nil as long as nobody asked.
  private(set) var causes: [RefusalCause]?

  init(_ subject: BenchSubject, policy: BenchPolicy, key: BenchKey? = nil) {
    self.subject = subject
    self.policy = policy
    self.key = key
    model = BenchModel(subject, policy, key)
    if model.claims.isEmpty { view.focus = model.headers.isEmpty ? .token : .header }
  }

  func press(_ command: Command) -> String { keys.name(command, in: .bench) }

  var canUndo: Bool { !history.isEmpty }

  // Changes. Each is remembered, judged anew, and never signs by itself.

  mutating func change(text: String, _ words: String) {
    remember(words)
    subject.text = text
    judge()
  }

  mutating func change(policy: BenchPolicy, _ words: String) {
    remember(words)
    self.policy = policy
    // The server's policy, once changed, is the reader's own.
    self.policy.server = nil
    judge()
  }

  mutating func change(key: BenchKey?, _ words: String) {
    remember(words)
    self.key = key
    view.isRevealed = false
    judge()
  }

  /// Puts another token in the place of this one; key and policy stay.
  mutating func replace(_ subject: BenchSubject) {
    remember("another token came")
    self.subject = subject
    view.rows = [:]
    view.scroll = [:]
    view.caret = 0
    judge()
  }

  /// Takes the last change back, and says which it was.
  mutating func undo() -> String? {
    guard let last = history.popLast() else { return nil }
    subject = last.subject
    policy = last.policy
    key = last.key
    edit = nil
    view.isRevealed = false
    judge()
    return last.change
  }

  private mutating func remember(_ words: String) {
    history.append(Snapshot(subject: subject, policy: policy, key: key, change: words))
    if history.count > Self.longestHistory { history.removeFirst() }
  }

  private mutating func judge() {
    model = BenchModel(subject, policy, key)
    causes = nil
    if view.showsCauses { findCauses() }
    clampRows()
  }

  /// Looks for the usual reasons of a refusal.
  mutating func findCauses() {
    view.showsCauses = true
    causes = model.judgement.diagnosis?.causes(of: subject.text) ?? []
  }

  // Rows.

  func rowCount(_ pane: BenchPane) -> Int {
    switch pane {
    case .token: model.bytes.count
    case .header: model.headers.count
    // The signature is a row of its own behind the claims.
    case .claims: model.claims.count + (model.isEncrypted ? 0 : 1)
    case .policy: PolicyRow.allCases.count
    case .checks: model.judgement.checks.count
    }
  }

  private mutating func clampRows() {
    for pane in BenchPane.allCases {
      view.rows[pane] = max(0, min(rowCount(pane) - 1, view.row(pane)))
    }
    view.caret = max(0, min(model.bytes.count - 1, view.caret))
  }

  /// The header member or claim under the cursor; in the raw text, the one that the character
  /// under the cursor belongs to.
  var selectedMember: BenchMember? {
    switch view.focus {
    case .token: model.members.first { $0.span?.contains(view.caret) ?? false }
    case .header: member(model.headers, .header)
    case .claims: member(model.claims, .claims)
    case .policy, .checks: nil
    }
  }

  private func member(_ members: [BenchMember], _ pane: BenchPane) -> BenchMember? {
    let row = view.row(pane)
    return members.indices.contains(row) ? members[row] : nil
  }

  /// Whether the row of the signature is under the cursor.
  var isAtSignature: Bool {
    view.focus == .claims && !model.isEncrypted && view.row(.claims) == model.claims.count
  }

  /// The characters that light up: those of the selected member or part.
  var lit: Range<Int>? {
    if let member = selectedMember { return member.span }
    return isAtSignature ? model.decoded?["signature"]?.span : nil
  }

  var selectedCheck: BenchCheck? {
    guard view.focus == .checks, model.judgement.checks.indices.contains(view.row(.checks)) else {
      return nil
    }
    return model.judgement.checks[view.row(.checks)]
  }

  var selectedPolicy: PolicyRow? {
    view.focus == .policy ? PolicyRow(rawValue: view.row(.policy)) : nil
  }
}
