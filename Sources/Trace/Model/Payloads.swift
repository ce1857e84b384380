import Ledger
import Wire

/// A request on its way.
package final class SentRequest: Sendable {
  package let from: PartyID
  package let to: PartyID
  /// The serving instance behind the balancer, 1 and up; 0 when there is only one.
  package let instance: UInt8
  package let request: Request
  /// The request before somebody tampered with it.
  package let original: Request?

  package init(
    from: PartyID, to: PartyID, instance: UInt8, request: Request, original: Request?
  ) {
    self.from = from
    self.to = to
    self.instance = instance
    self.request = request
    self.original = original
  }
}

/// A response that has arrived.
package final class ReceivedResponse: Sendable {
  package let from: PartyID
  package let to: PartyID
  package let instance: UInt8
  package let response: Response
  /// The response before somebody tampered with it.
  package let original: Response?

  package init(
    from: PartyID, to: PartyID, instance: UInt8, response: Response, original: Response?
  ) {
    self.from = from
    self.to = to
    self.instance = instance
    self.response = response
    self.original = original
  }
}

/// The checks of one endpoint over one message, in order; told in parts when acts lie between.
package final class CheckLedger: Sendable {
  /// `POST /token`.
  package let endpoint: String
  package let rows: [LedgerRow]

  package init(endpoint: String, rows: [LedgerRow]) {
    self.endpoint = endpoint
    self.rows = rows
  }
}

package final class StoreRead: Sendable {
  package let store: StoreID
  package let key: RowKey
  package let row: Row?

  package init(store: StoreID, key: RowKey, row: Row?) {
    self.store = store
    self.key = key
    self.row = row
  }
}

/// A row written (`before` nil), replaced, or removed (`after` nil).
package final class StoreChange: Sendable {
  package let store: StoreID
  package let key: RowKey
  package let before: Row?
  package let after: Row?

  package init(store: StoreID, key: RowKey, before: Row?, after: Row?) {
    self.store = store
    self.key = key
    self.before = before
    self.after = after
  }
}

/// A behaviour that was left out because its defence is off, recorded where it would have been.
package final class Omission: Sendable {
  package let defence: DefenceID
  /// What was not done: "delete the session row".
  package let behaviour: String
  /// What it would have done here: "would have removed sid#1".
  package let effect: String
  package let store: StoreID?
  package let key: RowKey?

  package init(
    defence: DefenceID, behaviour: String, effect: String, store: StoreID?, key: RowKey?
  ) {
    self.defence = defence
    self.behaviour = behaviour
    self.effect = effect
    self.store = store
    self.key = key
  }
}

package enum CookieFate: String, Hashable, Sendable, CaseIterable {
  case stored, replaced, deleted, refused, attached, withheld
}

/// What a browser's jar did with one cookie, and why.
package final class CookieDecision: Sendable {
  package let name: String
  package let value: String
  package let fate: CookieFate
  package let reason: String
  /// The host that the cookie belongs to.
  package let host: String

  package init(name: String, value: String, fate: CookieFate, reason: String, host: String) {
    self.name = name
    self.value = value
    self.fate = fate
    self.reason = reason
    self.host = host
  }
}

/// A page's script wrote or read the browser's storage.
package final class StorageUse: Sendable {
  package let origin: String
  package let key: String
  package let value: String?
  package let wrote: Bool

  package init(origin: String, key: String, value: String?, wrote: Bool) {
    self.origin = origin
    self.key = key
    self.value = value
    self.wrote = wrote
  }
}

/// The browser shows another document.
package final class Navigation: Sendable {
  package let url: String
  /// The origin of the document that started it; nil when the person did, or a mail program.
  package let initiator: String?

  package init(url: String, initiator: String?) {
    self.url = url
    self.initiator = initiator
  }
}

package enum CryptoOperation: String, Hashable, Sendable, CaseIterable {
  case sign, verify, passwordHash = "password-hash"
  case encrypt, decrypt
  /// Rounds by which a password is made into a key (PBKDF2).
  case stretch
  /// Bytes that a compressed content has grown to.
  case inflate
}

/// One use of a key or of a password hash: what a flow costs.
package final class CryptoUse: Sendable {
  package let operation: CryptoOperation
  package let algorithm: String
  /// How much of it: rounds, bytes; one where a use is a use.
  package let amount: Int

  package init(operation: CryptoOperation, algorithm: String, amount: Int = 1) {
    self.operation = operation
    self.algorithm = algorithm
    self.amount = amount
  }
}

package enum AttackKind: String, Hashable, Sendable, CaseIterable {
  case steal, forge, tamper, deliver
}

/// Something an attacker did besides sending a message.
package final class AttackAct: Sendable {
  package let kind: AttackKind
  /// "copies the cookie sid (at the desk)".
  package let text: String
  /// From whom or with what: the victim's party.
  package let target: PartyID?
  /// What was taken.
  package let taken: SecretID?
  /// What was made.
  package let made: SecretID?
  /// The name under which the attacker keeps it.
  package let loot: String?
  package let lootValue: String?

  package init(
    kind: AttackKind, text: String, target: PartyID?, taken: SecretID?, made: SecretID?,
    loot: String?, lootValue: String?
  ) {
    self.kind = kind
    self.text = text
    self.target = target
    self.taken = taken
    self.made = made
    self.loot = loot
    self.lootValue = lootValue
  }
}
