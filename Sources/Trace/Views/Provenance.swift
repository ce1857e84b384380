/// A record in which a secret appears.
package struct Sighting: Hashable, Sendable {
  package let record: Int
  package let form: Appearance.Form
}

/// Where a secret comes from and where it went.
package struct Provenance: Sendable {
  package let secret: SecretID
  /// The record that minted or made it; nil when the scenario declares it.
  package let minted: Int?
  /// What it was computed or forged from, nearest first.
  package let sources: [SecretID]
  /// What was computed or forged from it.
  package let derived: [SecretID]
  /// The thefts of it.
  package let thefts: [Int]
  /// Every record that holds it: messages, rows, cookies, storage, loot.
  package let sightings: [Sighting]
}

extension SecretIndex {
  /// The first record that holds a secret; nil when none does.
  package func firstAppearance(of secret: SecretID, in trace: Trace) -> Sighting? {
    let own = SecretIndex(secrets, of: [secret])
    return trace.records.indices.lazy.compactMap {
      own.sighting(of: secret, in: trace.records[$0].event, record: $0)
    }.first
  }

  package func provenance(of secret: SecretID, in trace: Trace) -> Provenance {
    let own = SecretIndex(secrets, of: [secret])
    var minted: Int?
    var thefts: [Int] = []
    var sightings: [Sighting] = []
    for (index, record) in trace.records.enumerated() {
      if record.event.makes(secret), minted == nil { minted = index }
      if record.event.takes(secret) { thefts.append(index) }
      let sighting = own.sighting(of: secret, in: record.event, record: index)
      if let sighting { sightings.append(sighting) }
    }
    return Provenance(
      secret: secret, minted: minted, sources: sources(of: secret),
      derived: secrets.indices.map { SecretID($0) }.filter {
        secrets[Int($0.index)].derivedFrom == secret
      }, thefts: thefts, sightings: sightings)
  }

  private func sources(of secret: SecretID) -> [SecretID] {
    var out: [SecretID] = []
    var next = secrets[Int(secret.index)].derivedFrom
    // A secret is made after what it is made from; anything else would go on for ever.
    while let source = next, source < out.last ?? secret {
      out.append(source)
      next = secrets[Int(source.index)].derivedFrom
    }
    return out
  }

  /// For an index of this one secret.
  private func sighting(of secret: SecretID, in event: Event, record: Int) -> Sighting? {
    for text in event.texts {
      if let found = annotate(text).first { return Sighting(record: record, form: found.form) }
    }
    return event.refers(to: secret) ? Sighting(record: record, form: .reference) : nil
  }
}

extension Event {
  /// The texts in which a value may stand.
  fileprivate var texts: [String] {
    switch self {
    case .sent, .received: messageTexts
    case .storeRead(let read): [read.key.text] + (read.row ?? []).map(\.value)
    case .storeChanged(let change):
      [change.key.text] + (change.after ?? []).map(\.value)
        + (change.before ?? []).map(\.value)
    case .omitted(let omission): omission.key.map { [$0.text] } ?? []
    case .cookie(let decision): [decision.value]
    case .browserStorage(let use): use.value.map { [$0] } ?? []
    case .navigated(let navigation): [navigation.url]
    case .act(let act): act.lootValue.map { [$0] } ?? []
    case .ledger, .clockMoved, .minted, .crypto, .settingChanged, .note, .unapplied: []
    }
  }

  private var key: RowKey? {
    switch self {
    case .storeRead(let read): read.key
    case .storeChanged(let change): change.key
    case .omitted(let omission): omission.key
    case .sent, .received, .ledger, .cookie, .browserStorage, .navigated, .clockMoved, .minted,
      .crypto, .act, .settingChanged, .note, .unapplied:
      nil
    }
  }

  fileprivate func refers(to secret: SecretID) -> Bool { key?.secret == secret }

  fileprivate func makes(_ secret: SecretID) -> Bool {
    switch self {
    case .minted(let id): id == secret
    case .act(let act): act.made == secret
    case .sent, .received, .ledger, .storeRead, .storeChanged, .omitted, .cookie,
      .browserStorage, .navigated, .clockMoved, .crypto, .settingChanged, .note, .unapplied:
      false
    }
  }

  fileprivate func takes(_ secret: SecretID) -> Bool {
    if case .act(let act) = self { act.taken == secret } else { false }
  }
}
