import Wire

extension WhyChain {
  /// Where a secret was made, how it came here, what was written for it and what was not done.
  func follow(_ secret: SecretID, _ out: inout Links) {
    guard out.follows(secret) else { return }
    for record in past { tell(trace.records[record], record, secret, &out) }
    let it = trace.secret(secret)
    if it.mintedAt.step.name.isEmpty || birth(of: secret) == nil {
      out.add(.given, "\(it.name) was there before the first message: the scenario declares it.")
    }
    if let source = it.derivedFrom, source < secret { follow(source, &out) }
  }

  func birth(of secret: SecretID) -> Int? {
    trace.records.indices.first {
      if case .minted(let id) = trace.records[$0].event { id == secret } else { false }
    }
  }

  private func tell(
    _ record: Record, _ place: Int, _ secret: SecretID, _ out: inout Links
  ) {
    switch record.event {
    case .minted(let id) where id == secret: tellBirth(place, secret, &out)
    case .act(let act) where act.taken == secret || act.made == secret:
      out.add(.attack, "\(who(place)) \(act.text).", at: place)
    case .cookie(let decision) where keeps(decision, secret):
      out.add(.stored, "\(who(place)) keeps it as the cookie \(decision.name).", at: place)
    case .browserStorage(let use) where use.wrote && use.value.map({ holds($0, secret) }) == true:
      out.add(.stored, "\(use.origin) keeps it in the browser's storage as \(use.key).", at: place)
    case .storeChanged(let change) where concerns(change, secret):
      tellChange(change, place, &out)
    case .omitted(let omission) where omission.key?.secret == secret:
      tellOmitted(omission, place, &out)
    case .sent(let sent) where sent.original != nil && changes(sent, secret):
      out.add(.attack, "It was put into \(message(place)) on the way.", at: place)
    case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .cookie,
      .browserStorage, .navigated, .clockMoved, .minted, .crypto, .act, .settingChanged, .note,
      .unapplied:
      break
    }
  }

  private func tellBirth(_ place: Int, _ secret: SecretID, _ out: inout Links) {
    let it = trace.secret(secret)
    let from = it.derivedFrom.map { ", from \(trace.secret($0).name)" } ?? ""
    let sign: WhyLink.Sign = it.kind == .forged ? .attack : .made
    out.add(
      sign, "\(who(place)) makes \(it.name), \(it.kind.meaning)\(from)\(occasion(place)).",
      at: place)
  }

  private func keeps(_ decision: CookieDecision, _ secret: SecretID) -> Bool {
    switch decision.fate {
    case .stored, .replaced: holds(decision.value, secret)
    case .deleted, .refused, .attached, .withheld: false
    }
  }

  func holds(_ text: String, _ secret: SecretID) -> Bool {
    text == trace.secret(secret).value
      || index.annotate(text).contains { $0.secret == secret }
  }

  private func concerns(_ change: StoreChange, _ secret: SecretID) -> Bool {
    if change.key.secret == secret { return true }
    let value = trace.secret(secret).value
    let rows = (change.after ?? []) + (change.before ?? [])
    return rows.contains { $0.value == value }
  }

  /// Whether somebody put the secret into a request that did not have it.
  private func changes(_ sent: SentRequest, _ secret: SecretID) -> Bool {
    guard let original = sent.original else { return false }
    return index.annotate(sent.request.lines().joined(separator: "\n")).contains {
      $0.secret == secret
    }
      && !index.annotate(original.lines().joined(separator: "\n")).contains {
        $0.secret == secret
      }
  }
}
