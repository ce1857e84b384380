import Ledger
import Wire

/// Something that happened. Closed: every reader switches over all of it.
package enum Event: Sendable {
  case sent(SentRequest)
  case received(ReceivedResponse)
  case ledger(CheckLedger)
  case storeRead(StoreRead)
  case storeChanged(StoreChange)
  case omitted(Omission)
  case cookie(CookieDecision)
  case browserStorage(StorageUse)
  case navigated(Navigation)
  case clockMoved(TimeSpan)
  case minted(SecretID)
  case crypto(CryptoUse)
  case act(AttackAct)
  /// A setting was changed at this place: "revoke-on-logout: off".
  case settingChanged(String)
  case note(String)
  /// An intervention that found no place, or not the message it was made for.
  case unapplied(String)
}

/// An event with who, when and where.
package struct Record: Sendable {
  package let party: PartyID
  /// The instance of the party, 1 and up; 0 when there is only one.
  package let instance: UInt8
  package let path: SendPath
  package let time: Instant
  package let event: Event

  package init(
    party: PartyID, instance: UInt8, path: SendPath, time: Instant, event: Event
  ) {
    self.party = party
    self.instance = instance
    self.path = path
    self.time = time
    self.event = event
  }
}
