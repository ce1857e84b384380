import Tokens
import Wire

/// A site that is not the one under attack: an attacker's own, or a neighbour under the same
/// domain. It shows a page wherever it is asked, and keeps nothing.
enum ForeignSite {
  static let routes = Routes(
    json: false, [route("GET", "/jwks", attackersKeys)], everywhere: page)

  /// Public keys of the scenario's attackers: what a token's `jku` can lead to.
  private static let attackersKeys = pipeline().finish { _, hand in
    let keys = hand.run.scenario.world.clients.filter(\.attacker).map {
      ServerKeys.key(of: $0.name, .es256)
    }
    guard let json = try? JWKSet(keys).publicPart.json() else {
      preconditionFailure("public keys have a JSON form")
    }
    return JSONResponse.make(200, .object(json))
  }

  private static let page = pipeline().finish { _, hand in
    Page(title: hand.server.name, paragraphs: ["A page of \(hand.server.origin.origin)."])
      .response()
  }
}
