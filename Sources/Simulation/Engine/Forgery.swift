import Tokens
import Trace
import Wire

extension Run {
  /// A token made from another one, with the means that an attacker has.
  func perform(_ forgery: ForgeStep) {
    let source = text(forgery.from)
    let changes = TokenForgery(
      header: forgery.header.map { MemberEdit($0.name, $0.value) },
      claims: forgery.claims.map { MemberEdit($0.name, $0.value) },
      signature: forgery.signature)
    guard let token = try? UnverifiedToken(source),
      let forged = forger(scenario.world.clients[forgery.by].name).forge(changes, from: token)
    else {
      emit(.note("There is no token to start from: \"\(source.prefix(40))\" is not a JWT."))
      return
    }
    tell(forged)
    world.captures[forgery.name] = forged.text
    let made = register(.forged, forged.text, from: source)
    let words = changes.changes + [forged.signature]
    emit(
      .act(
        AttackAct(
          kind: .forge, text: "forges a token: " + words.joined(separator: ", "), target: nil,
          taken: secretsByValue[source], made: made, loot: forgery.name, lootValue: forged.text)))
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
