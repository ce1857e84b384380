import Tokens
import Trace
import Wire

extension Run {
  /// A token made from another one, with the means that an attacker has.
  func perform(_ forgery: ForgeStep) {
    let source = forgery.from.map { text($0) }
    let token = source.flatMap { try? UnverifiedToken($0) }
    let changes = TokenForgery(
      header: forgery.header.map { MemberEdit($0.name, $0.value) },
      claims: forgery.claims.map { MemberEdit($0.name, $0.value) },
      signature: forgery.signature)
    if let source, token?.claims == nil {
      emit(.note("There is no token to start from: \"\(source.prefix(40))\" is not a JWT."))
      return
    }
    if case .cracked = forgery.signature { turns(on: "strong-secret") }
    let forged = forger(scenario.world.clients[forgery.by].name).forge(changes, from: token)
    tell(forged)
    let inner =
      forgery.filler == 0
      ? Array(forged.text.utf8) : [UInt8](repeating: UInt8(ascii: "a"), count: forgery.filler)
    let made = forgery.envelope.map { closed($0, around: inner) } ?? forged.text
    world.captures[forgery.name] = made
    let secret = register(.forged, made, from: source)
    emit(
      .act(
        AttackAct(
          kind: .forge, text: Self.words(forgery, changes.changes + [forged.signature]),
          target: nil, taken: source.flatMap { secretsByValue[$0] }, made: secret,
          loot: forgery.name, lootValue: made)))
  }

  private static func words(_ forgery: ForgeStep, _ changes: [String]) -> String {
    let what =
      forgery.filler == 0
      ? "forges a token: " + changes.joined(separator: ", ")
      : "puts \(forgery.filler) letters together"
    guard let envelope = forgery.envelope else { return what }
    let more =
      (envelope.isCompressed ? ["compressed"] : [])
      + envelope.header.map { "\($0.name) \($0.value)" }
    return what + ", in an envelope" + (more.isEmpty ? "" : " (\(more.joined(separator: ", ")))")
  }

  func forger(_ attacker: String) -> Forger {
    Forger(attacker: attacker) { self.text($0) }
  }

  /// What it took to sign.
  func tell(_ forged: Forger.Forged) {
    if let algorithm = forged.algorithm {
      emit(.crypto(CryptoUse(operation: .sign, algorithm: algorithm)))
    }
    if let complaint = forged.complaint { emit(.note(complaint)) }
  }
}
