import Ledger
import Tokens
import Wire

/// All that the bench shows of a token under a policy: computed once for each change, never while
/// drawing.
final class BenchModel: Sendable {
  /// Nil when nothing in the text can be taken for a token.
  let decoded: DecodedToken?
  /// The token's characters.
  let bytes: [UInt8]
  /// Header members first, then claims, or what was opened.
  let members: [BenchMember]
  let judgement: BenchJudgement
  let changes: [TokenChange]
  /// What a key found inside an encrypted token.
  let content: OpenedContent?

  init(_ subject: BenchSubject, _ policy: BenchPolicy, _ key: BenchKey?) {
    let decoded = Self.decode(subject.text)
    let original = subject.original == subject.text ? decoded : Self.decode(subject.original)
    self.decoded = decoded
    bytes = Array(subject.text.utf8)
    judgement = BenchJudge(text: subject.text, decoded: decoded, policy: policy, key: key)
      .judgement()
    content = judgement.opened.map { OpenedContent($0) }
    members = Self.members(decoded, original) + (content?.members ?? [])
    changes = TokenChange.all(
      from: original, to: decoded, texts: (subject.original, subject.text))
  }

  private static func decode(_ text: String) -> DecodedToken? {
    TokenDecoder.tokens(in: text).first
  }

  var isEncrypted: Bool { decoded?.kind == .encrypted }
  /// Whether parts and members can be edited one by one.
  var isCompact: Bool { decoded.map { $0.form == .compact } ?? true }
  var headers: [BenchMember] { members.filter { $0.home == .header } }
  var claims: [BenchMember] { members.filter { $0.home != .header } }

  /// A token that can be opened on a bench of its own.
  var inner: DecodedToken? { content?.token ?? decoded?.nested.first }

  private static func members(_ decoded: DecodedToken?, _ old: DecodedToken?) -> [BenchMember] {
    guard let decoded else { return [] }
    let headers = decoded.parts.count { $0.name.hasSuffix("header") }
    var out: [BenchMember] = []
    for (number, part) in decoded.parts.enumerated() {
      guard part.name == "payload" || part.name.hasSuffix("header") else { continue }
      let home: BenchMember.Home = part.name == "payload" ? .claims : .header
      for (index, member) in part.members.enumerated() {
        out.append(
          BenchMember(
            member, home: home, part: number, index: index,
            group: home == .header && headers > 1 ? part.name : nil,
            before: before(member, old?[part.name])))
      }
    }
    // A JSON form may carry its payload before its headers.
    return out.filter { $0.home == .header } + out.filter { $0.home == .claims }
  }

  private static func before(
    _ member: DecodedMember, _ part: DecodedPart?
  ) -> BenchMember.Before? {
    guard let part, !member.isRepeated else { return nil }
    guard let old = part.members.first(where: { $0.name.hasSameBytes(as: member.name) }) else {
      return .absent
    }
    return old.value == member.value ? nil : .was(BenchMember.cut(old.value.text()))
  }
}
