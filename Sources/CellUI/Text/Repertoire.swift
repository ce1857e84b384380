/// Which characters may reach the terminal.
package enum Repertoire: Hashable, Sendable {
  case unicode
  /// Everything outside printable ASCII is drawn as its code.
  case ascii
}
