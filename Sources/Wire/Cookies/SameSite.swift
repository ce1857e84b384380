/// When a cookie goes along with a request that another site started (RFC 6265bis 5.6.7).
package enum SameSite: String, Hashable, Sendable, CaseIterable {
  case strict = "Strict"
  case lax = "Lax"
  case none = "None"
  /// No SameSite attribute, or one with an unknown value: as Lax (5.6.7.2 permits an exception).
  case unspecified = ""

  /// The attribute's value, in any case of its letters; an unknown value is `unspecified`.
  package init(attribute value: some StringProtocol) {
    let named = Self.allCases.first { ASCII.equalFolded($0.rawValue, value) }
    self = named ?? .unspecified
  }
}
