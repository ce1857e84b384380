extension Defence {
  static let corsList = Defence(
    "cors-list", "Only origins on a list may read answers",
    stops: "any site's script that reads with the user's cookies",
    reference: "Fetch 3.3", levels: ["reflect", "list"],
    behaviours: ["look the origin up in the list"])
}
