extension Defence {
  static let refetchKeys = Defence(
    "refetch-keys", "An unknown kid makes a verifier fetch the keys again, once",
    stops: "new tokens refused after a rotation",
    reference: "OpenID Connect Core 10.1.1", behaviours: ["fetch the keys again for an unknown kid"]
  )
}
