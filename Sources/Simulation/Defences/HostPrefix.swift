extension Defence {
  static let hostPrefix = Defence(
    "host-prefix", "The cookie's name says that this very host set it",
    stops: "cookies planted by a neighbouring host",
    reference: "RFC 6265bis 4.1.3.2", standard: "off",
    behaviours: ["__Host- before the name of the session cookie"])
}
