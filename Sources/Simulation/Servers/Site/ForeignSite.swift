/// A site that is not the one under attack: an attacker's own, or a neighbour under the same
/// domain. It shows a page wherever it is asked, and keeps nothing.
enum ForeignSite {
  static let routes = Routes(json: false, [], everywhere: page)

  private static let page = pipeline().finish { _, hand in
    Page(title: hand.server.name, paragraphs: ["A page of \(hand.server.origin.origin)."])
      .response()
  }
}
