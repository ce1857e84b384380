/// Where the reader is, as far as times are concerned: minutes east of Greenwich at a moment in
/// seconds since 1970, summer time counted. The executable hands in the machine's.
package struct LocalZone: Sendable {
  package let offset: @Sendable (Int64) -> Int

  package init(offset: @escaping @Sendable (Int64) -> Int) { self.offset = offset }

  package static let utc = LocalZone { _ in 0 }
}
