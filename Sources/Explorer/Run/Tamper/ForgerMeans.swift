import Simulation
import Tokens
import Trace
import Wire

/// What an attacker has to forge with at a place of a run: loot, published keys, a key of her own.
struct ForgerMeans: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    /// "the public key of idp", "$leaked".
    let name: String
    let template: Template
  }

  /// Whose own key pair it is.
  let attacker: String
  /// What a capture stands for, by its name.
  let loot: [String: String]
  /// By the stable name: `sid#1`.
  let secrets: [String: String]
  let keys: [Key]

  init(_ run: RunState) {
    let trace = run.model.trace
    attacker = run.scenario.forger
    secrets = Dictionary(
      trace.secrets.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let seen = run.moment?.lastRecord ?? -1
    var loot: [String: String] = [:]
    var keys: [Key] = []
    for record in trace.records.prefix(seen + 1) {
      if case .act(let act) = record.event, let name = act.loot, let value = act.lootValue {
        loot[name] = value
        if Self.isKey(value) {
          keys.append(Key(name: "$\(name)", template: Template(parts: [.capture(name)])))
        }
      }
    }
    self.loot = loot
    self.keys = keys + Self.published(trace)
  }

  private static func isKey(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "{"), let json = try? JSONValue.parse(text) else {
      return false
    }
    return json["kty"] != nil
  }

  /// The keys of JWK Sets, which everybody may fetch.
  private static func published(_ trace: Trace) -> [Key] {
    var out: [Key] = []
    for record in trace.records {
      guard case .received(let it) = record.event,
        it.response.body.utf8.starts(with: "{\"keys\"".utf8),
        let keys = it.response.json?["keys"]?.array
      else { continue }
      for key in keys where key["kty"] != nil {
        let name = "the public key of \(trace.party(it.from).name)"
        let found = Key(name: name, template: Template(key.text()))
        if !out.contains(found) { out.append(found) }
      }
    }
    return out
  }

  var forger: Forger {
    Forger(attacker: attacker) { template in
      template.parts.map { part in
        switch part {
        case .text(let text): text
        case .capture(let name): loot[name] ?? ""
        }
      }.joined()
    }
  }

  /// What a field holds once an edit is made.
  func value(of edit: TamperEdit, in message: TamperedMessage) -> String? {
    switch edit.value {
    case nil: return nil
    case .text(let text): return text
    case .secret(let name): return secrets[name] ?? ""
    case .token(let forgery):
      let text = message.value(of: edit.field) ?? ""
      guard let place = TokenInField(text), let token = try? UnverifiedToken(place.token),
        let forged = forger.forge(forgery, from: token)
      else { return text }
      return place.holding(forged.text)
    }
  }
}
