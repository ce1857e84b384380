import CellUI
import Tokens
import Trace

/// What can be known of an encrypted token without its key: the header, and how long the parts are.
struct EncryptedTokenLines {
  let token: FoundEncrypted
  let words: Wording

  func content(width: Int, _ glyphs: Glyphs, note: StyledLine) -> PaneContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  ENCRYPTED (JWE): only its header can be read", .decoded, .bold)], hanging: 2)
    let provenance = token.secret.map { "  \(words.provenance($0))" } ?? ""
    out.add(
      [Span("  in \(token.place): ", .dim), Span(name, .secret), Span(provenance, .dim)],
      hanging: 4)
    let subject = token.secret.map { WhySubject.secret($0) } ?? .signature(token: token.text)
    out.target(PaneThing(subject, "the token", token.text)) { out in
      out.add([Span("  \(token.text.prefix(max(8, width - 6)))\(glyphs.ellipsis)", .raw)])
    }
    let members = token.message.protected.members
    let wide = min(14, (members.map { $0.name.utf8.count }.max() ?? 0) + 2)
    for (index, member) in members.enumerated() {
      let head = index == 0 ? "header" : ""
      let value = member.value.string ?? member.value.text()
      out.target(PaneThing(subject, "\(member.name) of the header", value)) { out in
        out.add(
          [
            Span("  \(head.padded(to: 9))", .heading), Span(member.name.padded(to: wide)),
            Span(member.value.text(), .decoded), Span(meaning(member.name), .dim),
          ], hanging: 11 + wide)
      }
    }
    for (part, bytes, meaning) in parts {
      out.add(
        [
          Span("  \(part.padded(to: 15))", .heading), Span("\(bytes) bytes"),
          Span("  \(meaning)", .dim),
        ], hanging: 17)
    }
    out.blank()
    out.add(
      [
        Span(
          "  Five parts (RFC 7516). What it says is known to whoever has the key that alg names, and "
            + "to nobody on the way. That it can be decrypted does not say who wrote it: look at the "
            + "signature of what is inside."
        )
      ], hanging: 2)
    return PaneContent(
      title: "Token \(name)", note: note, lines: out.lines, targets: out.targets)
  }

  private var name: String {
    token.secret.map { words.trace.secret($0).name } ?? "unnamed"
  }

  private func meaning(_ member: String) -> String {
    switch member {
    case "alg": "   how the content's key is handed over"
    case "enc": "   how the content is encrypted"
    case "cty": "   what is inside"
    case "kid": "   which key opens it"
    case "zip": "   compressed before it was encrypted"
    case "p2c": "   rounds of hashing for the password"
    default: ""
    }
  }

  private var parts: [(String, Int, String)] {
    let message = token.message
    return [
      (
        "encrypted key", message.recipients.first?.encryptedKey.count ?? 0,
        "the content's own key, wrapped"
      ),
      ("iv", message.iv.count, "another one for each message"),
      ("ciphertext", message.ciphertext.count, "the content; its length is not hidden"),
      ("tag", message.tag.count, "shows that nobody changed header or content"),
    ]
  }
}
