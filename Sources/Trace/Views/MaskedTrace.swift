import Ledger
import Wire

extension Trace {
  /// The same run with every secret's name, in braces, in the place of its value: `{sid#1}`.
  ///
  /// For screens that others look at, and for films. Names, times, places and marks stay as they
  /// are; a token that is masked cannot be decoded any more.
  package func masked() -> Trace {
    let mask = Mask(SecretIndex(self))
    var out = self
    out.secrets = secrets.map(mask.secret)
    out.initialRows = initialRows.map(mask.change)
    out.records = records.map(mask.record)
    out.reports = reports.map(mask.report)
    out.identifiers = identifiers.map(mask.text)
    return out
  }
}

/// Takes the values of secrets out of everything that a trace holds.
private struct Mask {
  private let secrets: SecretIndex

  init(_ secrets: SecretIndex) { self.secrets = secrets }

  func text(_ text: String) -> String { secrets.mask(text) }

  func secret(_ secret: Secret) -> Secret {
    Secret(
      name: secret.name, kind: secret.kind, value: "{\(secret.name)}", owner: secret.owner,
      mintedAt: secret.mintedAt, derivedFrom: secret.derivedFrom)
  }

  func record(_ record: Record) -> Record {
    Record(
      party: record.party, instance: record.instance, path: record.path, time: record.time,
      event: event(record.event))
  }

  func report(_ report: StepReport) -> StepReport {
    StepReport(
      expectations: report.expectations.map {
        ExpectationResult(
          text: text($0.text), holds: $0.holds, actual: text($0.actual), place: $0.place)
      },
      explanation: report.explanation.map(text), question: report.question)
  }

  private func event(_ event: Event) -> Event {
    switch event {
    case .sent(let it):
      .sent(
        SentRequest(
          from: it.from, to: it.to, instance: it.instance, request: secrets.mask(it.request),
          original: it.original.map(secrets.mask)))
    case .received(let it):
      .received(
        ReceivedResponse(
          from: it.from, to: it.to, instance: it.instance, response: secrets.mask(it.response),
          original: it.original.map(secrets.mask)))
    case .ledger(let it):
      .ledger(CheckLedger(endpoint: it.endpoint, rows: it.rows.map(row)))
    case .storeRead(let it):
      .storeRead(StoreRead(store: it.store, key: key(it.key), row: it.row.map(row)))
    case .storeChanged(let it): .storeChanged(change(it))
    case .omitted(let it):
      .omitted(
        Omission(
          defence: it.defence, behaviour: text(it.behaviour), effect: text(it.effect),
          store: it.store, key: it.key.map(key)))
    case .cookie(let it):
      .cookie(
        CookieDecision(
          name: it.name, value: text(it.value), fate: it.fate, reason: text(it.reason),
          host: it.host))
    case .browserStorage(let it):
      .browserStorage(
        StorageUse(
          origin: it.origin, key: it.key, value: it.value.map(text), wrote: it.wrote))
    case .navigated(let it):
      .navigated(Navigation(url: text(it.url), initiator: it.initiator.map(text)))
    case .act(let it): .act(act(it))
    case .settingChanged(let words): .settingChanged(text(words))
    case .note(let words): .note(text(words))
    case .unapplied(let words): .unapplied(text(words))
    case .clockMoved, .minted, .crypto: event
    }
  }

  func change(_ change: StoreChange) -> StoreChange {
    StoreChange(
      store: change.store, key: key(change.key), before: change.before.map(row),
      after: change.after.map(row))
  }

  private func act(_ act: AttackAct) -> AttackAct {
    AttackAct(
      kind: act.kind, text: text(act.text), target: act.target, taken: act.taken, made: act.made,
      loot: act.loot, lootValue: act.lootValue.map(text))
  }

  private func row(_ row: Row) -> Row { row.map { Pair($0.name, text($0.value)) } }

  private func key(_ key: RowKey) -> RowKey { RowKey(text(key.text), secret: key.secret) }

  private func row(_ row: LedgerRow) -> LedgerRow {
    LedgerRow(row.check, outcome(row.outcome))
  }

  private func outcome(_ outcome: Outcome) -> Outcome {
    switch outcome {
    case .fail(let expected, let actual):
      .fail(expected: text(expected), actual: text(actual))
    case .off(let waiver, let finding): .off(waiver, self.finding(finding))
    case .notApplicable(let why): .notApplicable(text(why))
    case .pass, .notReached: outcome
    }
  }

  private func finding(_ finding: Finding) -> Finding {
    switch finding {
    case .fails(let expected, let actual): .fails(expected: text(expected), actual: text(actual))
    case .moot(let why): .moot(text(why))
    case .holds: finding
    }
  }
}
