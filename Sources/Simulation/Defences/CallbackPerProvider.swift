extension Defence {
  static let callbackPerProvider = Defence(
    "callback-per-provider", "Each provider answers at an address of its own",
    stops: "one provider's answer, taken for another's",
    reference: "RFC 9700 4.4.2.2", standard: "off", checks: ["answer-at-own-address"],
    behaviours: ["register an address with each provider"])
}
