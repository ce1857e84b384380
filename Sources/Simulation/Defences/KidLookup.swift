extension Defence {
  static let kidLookup = Defence(
    "kid-lookup", "kid is looked up in a table, never in a file system",
    stops: "a kid that leads to a file",
    reference: "RFC 8725 3.10", levels: ["path", "table"],
    behaviours: ["look kid up in a table of keys"])
}
