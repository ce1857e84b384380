import Ledger

/// What was run: enough to name it, and with the source to run it again.
package struct RunIdentity: Hashable, Sendable {
  package var scenario: String
  package var title: String
  /// The variant's name; nil for the scenario as it stands.
  package var variant: String?
  package var seed: UInt64
  /// Settings besides the variant's, as text: `defences.pkce=off`.
  package var settings: [String]

  package init(
    scenario: String, title: String, variant: String?, seed: UInt64, settings: [String]
  ) {
    self.scenario = scenario
    self.title = title
    self.variant = variant
    self.seed = seed
    self.settings = settings
  }
}

/// A defence as it stood when the run began.
package struct DefenceState: Hashable, Sendable {
  package let id: DefenceID
  package let title: String
  package let level: String
  package let levels: [String]

  package init(id: DefenceID, title: String, level: String, levels: [String]) {
    self.id = id
    self.title = title
    self.level = level
    self.levels = levels
  }
}

/// How a run ended, by the scenario's own `secure-if`.
package enum RunVerdict: String, Hashable, Sendable, CaseIterable {
  /// The scenario has no `secure-if`.
  case none
  case secure
  case attackWorked = "attack-worked"
}

/// Everything that happened in a run, append-only while it is made, never changed afterwards.
package struct Trace: Sendable {
  package var identity: RunIdentity
  package var parties: [Party] = []
  package var stores: [StoreInfo] = []
  /// The rows that were there before the first step.
  package var initialRows: [StoreChange] = []
  package var script: [ScriptLine] = []
  package var defences: [DefenceState] = []
  package var records: [Record] = []
  package var steps: [StepSpan] = []
  package var secrets: [Secret] = []
  /// Values that came of draws and are no secrets, in their order: `jti`, families of tokens, a
  /// stolen hash, a guess.
  package var identifiers: [String] = []
  package var start: Instant
  /// One for each step, made when the run has ended.
  package var reports: [StepReport] = []
  package var verdict: RunVerdict = .none
  /// Of a trace that was read from a file of a browser or a proxy; nil for all that was played.
  package var imported: ImportReport?

  package init(identity: RunIdentity, start: Instant) {
    self.identity = identity
    self.start = start
  }

  /// The indices of a step's records.
  package func range(ofStep index: Int) -> Range<Int> {
    let end = index + 1 < steps.count ? Int(steps[index + 1].first) : records.count
    return Int(steps[index].first)..<end
  }

  package func records(ofStep index: Int) -> ArraySlice<Record> { records[range(ofStep: index)] }

  /// The step that a record belongs to, by binary search.
  package func step(ofRecord record: Int) -> Int {
    var low = 0
    var high = steps.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(steps[middle].first) <= record { low = middle } else { high = middle }
    }
    return low
  }

  /// The entry of the imported file that a record comes from; nil where nothing was imported.
  package func entry(ofRecord record: Int) -> Int? {
    guard let entries = imported?.entryOfRecord, entries.indices.contains(record) else {
      return nil
    }
    return Int(entries[record])
  }

  /// The last step of that name, the last round of a repeated one.
  package func lastStep(named name: String) -> Int? { steps.lastIndex { $0.id.name == name } }

  package func party(_ id: PartyID) -> Party { parties[Int(id.index)] }
  package func store(_ id: StoreID) -> StoreInfo { stores[Int(id.index)] }
  package func secret(_ id: SecretID) -> Secret { secrets[Int(id.index)] }

  /// `app#2` when there are several instances, else `app`.
  package func name(of party: PartyID, instance: UInt8) -> String {
    let it = self.party(party)
    return it.instances > 1 && instance > 0 ? "\(it.name)#\(instance)" : it.name
  }

  /// The store's name with the instance it belongs to: `sessions@app#1`.
  package func label(of store: StoreID) -> String {
    let info = self.store(store)
    guard let instance = info.instance else { return info.name }
    return "\(info.name)@\(party(info.owner).name)#\(instance)"
  }

  /// How a row is called on screen: the secret's name where the key stands for one.
  package func label(of key: RowKey) -> String {
    key.secret.map { secret($0).name } ?? key.text
  }
}
