import Tokens
import Wire

/// A site that is not the one under attack: an attacker's own, or a neighbour under the same
/// domain. It shows a page wherever it is asked, and keeps nothing.
enum ForeignSite {
  static let routes = Routes(
    json: false, [], everywhere: pipeline().finish { answer(to: $0.request, $1) })

  /// What every site has that is not the one under attack, an attacker's server with answers of its
  /// own too, where it has none.
  static func answer(to request: Request, _ hand: Hand) -> Response {
    if request.method == "GET", request.url.path == "/jwks" { return attackersKeys(hand) }
    let text = "A page of \(hand.server.origin.origin)."
    return Page(title: hand.server.name, paragraphs: [text]).response()
  }

  /// Public keys of the scenario's attackers: what a token's `jku` can lead to.
  private static func attackersKeys(_ hand: Hand) -> Response {
    let keys = hand.run.scenario.world.clients.filter(\.attacker).map {
      ServerKeys.key(of: $0.name, .es256)
    }
    guard let json = try? JWKSet(keys).publicPart.json() else {
      preconditionFailure("public keys have a JSON form")
    }
    return JSONResponse.make(200, .object(json))
  }
}
