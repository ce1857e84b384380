import Simulation

/// `dpop: shop-app`, a key's holder, or `dpop: $proof`, a proof that was made for another request.
enum ProofGrammar {
  /// Keys cannot be copied: an attacker signs with an own one.
  static func check(_ proof: StepProof?, by client: Int, _ node: Node, _ reading: Reading) {
    guard case .made(let holder) = proof, reading.names.clients.indices.contains(client) else {
      return
    }
    let sender = reading.names.clients[client]
    if sender.isAttacker, sender.name != holder {
      reading.say(.keyOfSomebodyElse(holder, sender: sender.name), node["dpop"] ?? node)
    }
  }
}

extension Codec where Value == StepProof {
  static let proof = Codec.line("the name of a client or an app, or $proof") {
    line, reading throws(Misread) in
    var line = line
    guard line.count == 1, let word = line.next() else {
      throw Misread(.wrongForm("NAME, or $proof"), line.range)
    }
    if word.text.hasPrefix("$") { return .copied(try TemplateParser.parse(word, reading)) }
    let known = reading.names.clientNames + reading.names.serverNames
    guard known.contains(word.text) else {
      throw Misread(.unknownName(word.text, "key-holder", among: known), word.range)
    }
    return .made(by: word.text)
  }
}
