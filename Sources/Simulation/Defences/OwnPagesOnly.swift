extension Defence {
  static let ownPagesOnly = Defence(
    "own-pages-only", "Changes must be started by the server's own pages",
    stops: "changes forged by another site, or by a neighbour (CSRF)",
    reference: "Fetch Metadata 2.3", checks: ["own-page"])
}
