import Ledger
import Tokens
import Wire

extension WhyChain {
  func tellCheck(_ record: Int, _ index: Int, _ out: inout Links) {
    guard case .ledger(let ledger) = trace.records[record].event,
      ledger.rows.indices.contains(index)
    else { return }
    let row = ledger.rows[index]
    let (sign, text) = words(row.outcome)
    let reference = row.check.reference.isEmpty ? "" : " (\(row.check.reference))"
    out.subject(
      "the check \(row.check.id.text) \(text). It asks whether \(row.check.title)\(reference).",
      sign, at: record)
    if let defence = row.check.defence { tellLevel(defence, &out) }
    guard let request = request(around: record) else {
      out.add(.given, "No message was judged here.")
      return
    }
    out.add(.sent, "It judges \(message(request)), sent by \(who(request)).", at: request)
    if row.outcome == .notReached {
      tellFailure(in: request, &out)
      return
    }
    tellFacts(row, request, &out)
  }

  /// The row that ended an exchange before others were asked.
  func tellFailure(in request: Int, _ out: inout Links) {
    let path = trace.records[request].path
    for place in exchange(request) where trace.records[place].path == path {
      guard case .ledger(let ledger) = trace.records[place].event else { continue }
      for row in ledger.rows {
        guard case .fail = row.outcome else { continue }
        out.add(
          .failed, "\(who(place)): the check \(row.check.id.text) \(words(row.outcome).text).",
          at: place)
      }
    }
  }

  /// What the check had before it: the rows that were read, and the secrets that its words name.
  private func tellFacts(_ row: LedgerRow, _ request: Int, _ out: inout Links) {
    // What a token says is judged by its bytes; only a list of revoked ones is looked into.
    let looks = !isAboutToken(row) || row.check.id == TokenCheck.notRevoked.id
    if looks { tellReads(in: request, failing: words(row.outcome).sign == .failed, &out) }
    for secret in named(in: row) { follow(secret, &out) }
    if isAboutToken(row), case .sent(let sent) = trace.records[request].event {
      for secret in credentials(sent.request) { follow(secret, &out) }
    }
  }

  private func tellReads(in request: Int, failing: Bool, _ out: inout Links) {
    let path = trace.records[request].path
    for place in exchange(request) where trace.records[place].path == path {
      guard case .storeRead(let read) = trace.records[place].event else { continue }
      let name = "\(trace.label(of: read.key)) in \(trace.label(of: read.store))"
      if read.row == nil {
        out.add(
          failing ? .failed : .read,
          "\(who(place)) looks for the row \(name); it is not there.", at: place)
      } else {
        out.add(.read, "\(who(place)) reads the row \(name).", at: place)
      }
      tellHistory(read, before: place, &out)
    }
  }

  /// What became of a row before it was looked for.
  private func tellHistory(_ read: StoreRead, before place: Int, _ out: inout Links) {
    for earlier in (0..<place).reversed() {
      switch trace.records[earlier].event {
      case .storeChanged(let change)
      where change.store == read.store && change.key.text == read.key.text:
        tellChange(change, earlier, &out)
      case .omitted(let omission)
      where omission.store == read.store && omission.key?.text == read.key.text:
        tellOmitted(omission, earlier, &out)
      case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .cookie,
        .browserStorage, .navigated, .clockMoved, .minted, .crypto, .act, .settingChanged, .note,
        .unapplied:
        continue
      }
    }
    if let secret = read.key.secret { follow(secret, &out) }
  }

  /// The secrets that a check's words name: "expected state#1; it is state#2".
  private func named(in row: LedgerRow) -> [SecretID] {
    let text: String
    switch row.outcome {
    case .fail(let expected, let actual), .off(_, .fails(let expected, let actual)):
      text = " \(expected) \(actual) "
    case .pass, .off, .notApplicable, .notReached: return []
    }
    let words = Set(text.split { " ,;:()\"".contains($0) }.map(String.init))
    return trace.secrets.indices.filter { words.contains(trace.secrets[$0].name) }
      .map { SecretID($0) }
  }

  private static let tokenChecks = Set(TokenCheck.allCases.map(\.id))

  private func isAboutToken(_ row: LedgerRow) -> Bool {
    Self.tokenChecks.contains(row.check.id)
  }

  /// The tokens that a request is made with.
  private func credentials(_ request: Request) -> [SecretID] {
    let texts = [request.headers["Authorization"] ?? ""] + request.form.map(\.value)
    return texts.flatMap { index.annotate($0).map(\.secret) }.filter {
      trace.secret($0).kind.mayBeToken
    }
  }

  // Defences.

  func tellDefence(_ id: DefenceID, _ out: inout Links) {
    let title = trace.defences.first { $0.id == id }?.title ?? ""
    out.subject("the defence \(id.text)" + (title.isEmpty ? "" : ": \(title)"))
    tellLevel(id, &out)
    for place in past {
      switch trace.records[place].event {
      case .omitted(let omission) where omission.defence == id:
        tellOmitted(omission, place, &out)
      case .ledger(let ledger):
        for row in ledger.rows where row.check.defence == id {
          let (sign, text) = words(row.outcome)
          out.add(sign, "\(who(place)): the check \(row.check.id.text) \(text).", at: place)
        }
      case .sent, .received, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage,
        .navigated, .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        continue
      }
    }
  }

  /// How a defence stands, and since when.
  func tellLevel(_ id: DefenceID, _ out: inout Links) {
    for place in past {
      guard case .settingChanged(let text) = trace.records[place].event,
        text.hasPrefix("\(id.text): ")
      else { continue }
      out.add(.made, "From here on \(text).", at: place)
    }
    guard let state = trace.defences.first(where: { $0.id == id }) else { return }
    let isOff = state.level == state.levels.first
    out.add(
      isOff ? .omitted : .given,
      "The defence \(id.text) is \(state.level) from the start: Space switches it (pane 5).")
  }
}
