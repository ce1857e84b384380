import Tokens
import Wire

/// One difference between the token on the bench and the one that it came from.
struct TokenChange: Hashable, Sendable {
  let name: String
  let before: String
  let after: String

  /// All differences: members of the header, claims, the signature, and what only the bytes show.
  static func all(from old: DecodedToken?, to new: DecodedToken?, texts: (String, String)) -> [Self]
  {
    guard texts.0 != texts.1 else { return [] }
    guard let old, let new, old.kind == new.kind, old.form == new.form else {
      return [TokenChange(name: "text", before: size(texts.0), after: size(texts.1))]
    }
    var out = members(old["header"], new["header"]) + members(old["payload"], new["payload"])
    out += rewritten("header", old, new, out) + rewritten("payload", old, new, out)
    for name in ["signature", "encrypted key", "iv", "ciphertext", "tag"] {
      out += bytes(name, old[name]?.bytes ?? [], new[name]?.bytes ?? [])
    }
    if out.isEmpty {
      out.append(TokenChange(name: "text", before: size(texts.0), after: size(texts.1)))
    }
    return out
  }

  /// Whether the signature stayed while what it covers has changed.
  static func keepsSignature(_ changes: [TokenChange]) -> Bool {
    !changes.isEmpty && !changes.contains { $0.name == "signature" || $0.name == "text" }
  }

  private static func size(_ text: String) -> String { "\(text.utf8.count) characters" }

  private static func members(_ old: DecodedPart?, _ new: DecodedPart?) -> [TokenChange] {
    let before = old?.members ?? []
    let after = new?.members ?? []
    var out: [TokenChange] = []
    for member in after where !member.isRepeated {
      let source = before.first { $0.name.hasSameBytes(as: member.name) }
      guard source?.value != member.value else { continue }
      out.append(
        TokenChange(
          name: member.name, before: source.map { shown($0.value) } ?? "absent",
          after: shown(member.value)))
    }
    for member in before where !after.contains(where: { $0.name.hasSameBytes(as: member.name) }) {
      out.append(TokenChange(name: member.name, before: shown(member.value), after: "removed"))
    }
    return out
  }

  private static func shown(_ value: JSONValue) -> String { BenchMember.cut(value.text()) }

  /// Other bytes for the same members: white space, order, a repeated name.
  private static func rewritten(
    _ name: String, _ old: DecodedToken, _ new: DecodedToken, _ known: [TokenChange]
  ) -> [TokenChange] {
    let before = old[name]?.bytes ?? []
    let after = new[name]?.bytes ?? []
    guard before != after else { return [] }
    let names = Set((old[name]?.members ?? []).map(\.name) + (new[name]?.members ?? []).map(\.name))
    guard !known.contains(where: { names.contains($0.name) }) else { return [] }
    return [
      TokenChange(
        name: name, before: "\(before.count) bytes", after: "\(after.count) bytes, written anew")
    ]
  }

  private static func bytes(_ name: String, _ old: [UInt8], _ new: [UInt8]) -> [TokenChange] {
    guard old != new else { return [] }
    let before = old.isEmpty ? "empty" : "\(old.count) bytes"
    let after = new.isEmpty ? "empty" : old.isEmpty ? "\(new.count) bytes" : "\(new.count) others"
    return [TokenChange(name: name, before: before, after: after)]
  }
}
