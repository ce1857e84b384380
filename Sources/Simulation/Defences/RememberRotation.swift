extension Defence {
  static let rememberRotation = Defence(
    "remember-rotation", "A remembered token is good for one visit",
    stops: "a copied remember-me cookie",
    reference: "OWASP ASVS 7.2.4", behaviours: ["replace the remembered token"])
}
