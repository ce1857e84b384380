import CellUI
import Ledger
import Tokens

/// Makes what the parts of the bench show at a width.
struct BenchSections {
  let bench: BenchState
  let glyphs: Glyphs
  /// Little room: what another part says is left out.
  var isTight = false

  private var model: BenchModel { bench.model }
  private var view: BenchViewState { bench.view }
  private var now: Int { bench.policy.clock.seconds }

  func content(_ section: BenchSection, width: Int) -> SectionContent {
    switch section {
    case .pane(.token): token(width)
    case .pane(.header): header(width)
    case .pane(.claims): claims(width)
    case .members: members(width)
    case .pane(.policy): PolicySection(bench: bench, glyphs: glyphs, width: width).content()
    case .pane(.checks): LedgerSection(bench: bench, glyphs: glyphs, width: width).content()
    case .aside(.why): why(width, room: 0)
    case .aside(.changes): changes(width)
    case .aside(.servers): servers(width)
    }
  }

  /// The explanation at the reader's depth, or deeper where there is room for all of it.
  func why(_ width: Int, room: Int) -> SectionContent {
    func at(_ depth: Depth) -> SectionContent {
      WhySection(bench: bench, glyphs: glyphs, width: width, depth: depth).content()
    }
    var best = at(view.depth)
    for depth in [Depth.how, .references] where depth.rawValue > view.depth.rawValue {
      guard best.lines.count + 1 < room else { break }
      let deeper = at(depth)
      guard deeper.lines.count <= room else { break }
      best = deeper
    }
    return best
  }

  // The raw text.

  private func token(_ width: Int) -> SectionContent {
    let raw = RawTokenLines(bench: bench, width: max(1, width - 2))
    var lines = raw.lines()
    let focus =
      view.focus == .token ? raw.caretLine : bench.lit.map { $0.lowerBound / max(1, width - 2) }
    if !isTight { lines += Wrap.lines(partsLine, width: width, hanging: 1, glyphs.repertoire) }
    return SectionContent(
      title: "Token", note: [Span(size, .dim)], lines: lines, focusLine: focus)
  }

  private var size: String {
    let count = model.bytes.count
    let bytes = count == 1 ? "1 byte" : "\(count) bytes"
    guard let decoded = model.decoded else { return "\(bytes), no token in it" }
    if decoded.form != .compact { return "\(bytes), JSON form" }
    let parts = TokenText(String(decoding: model.bytes, as: UTF8.self)).parts
    let empty = parts.count == 3 && parts[2].isEmpty ? ", the third empty" : ""
    return "\(bytes), \(parts.count) part\(parts.count == 1 ? "" : "s")\(empty)"
  }

  /// `header 36   payload 86 (lit: "role")   signature 0`
  private var partsLine: StyledLine {
    var out: StyledLine = [Span(" ")]
    let member = bench.selectedMember
    for (index, part) in (model.decoded?.parts ?? []).enumerated() {
      let isLit = member?.part == index && member?.span != nil
      let lit = isLit ? " (lit: \"\(member?.name ?? "")\")" : ""
      out.append(Span("\(part.name) \(part.span.count)\(lit)   ", isLit ? .strong : .dim))
    }
    return out
  }

  // Members.

  private var standing: StyledLine {
    let verdict = model.judgement.verdict
    if verdict.isVerified { return [Span("VERIFIED", .verified)] }
    return [Span("decoded, NOT VERIFIED", .decoded)]
  }

  private func header(_ width: Int) -> SectionContent {
    var out = MemberLines(bench: bench, glyphs: glyphs, width: width)
    out.add(model.headers, pane: .header)
    if model.headers.isEmpty { out.note(unreadable("header")) }
    return SectionContent(
      title: "Header", note: standing, lines: out.lines, focusLine: out.focusLine,
      field: out.field)
  }

  private func claims(_ width: Int) -> SectionContent {
    var out = MemberLines(bench: bench, glyphs: glyphs, width: width)
    if model.isEncrypted {
      return encrypted(&out)
    }
    out.add(model.claims, pane: .claims)
    if model.claims.isEmpty { out.note(unreadable("payload")) }
    for inner in model.decoded?.nested.prefix(1) ?? [] {
      out.note(
        "A token stands in the payload (\(inner.byteCount) bytes): "
          + "\(bench.press(.inside)) opens it."
      )
    }
    out.addSignature()
    return SectionContent(
      title: "Claims", note: standing, lines: out.lines, focusLine: out.focusLine,
      field: out.field)
  }

  private func encrypted(_ out: inout MemberLines) -> SectionContent {
    out.add(model.claims, pane: .claims)
    if let token = model.content?.token {
      out.note("A token of \(token.byteCount) bytes was inside: \(bench.press(.inside)) opens it.")
      for member in token["payload"]?.members.prefix(8) ?? [] {
        out.plain(member.name, BenchMember.cut(member.value.text()))
      }
    }
    if let text = model.content?.text { out.note(text) }
    if model.content == nil {
      out.note(
        bench.key == nil
          ? "Encrypted: only a key opens it. \(bench.press(.giveKey)) gives one."
          : "Your key does not open it.")
    }
    let note: StyledLine =
      model.content == nil
      ? [Span("encrypted", .decoded)] : [Span("opened, signed by nobody", .decoded)]
    return SectionContent(
      title: "Content", note: note, lines: out.lines, focusLine: out.focusLine, field: out.field)
  }

  /// Why a part shows no members.
  private func unreadable(_ part: String) -> String {
    guard let decoded = model.decoded else {
      return "No \(part) can be read: a token begins with eyJ and has dots in it."
    }
    if let note = decoded.notes.first(where: { $0.part == part }) { return note.sentence }
    guard let bytes = decoded[part]?.bytes else { return "the \(part) is missing" }
    if bytes.isEmpty { return "the \(part) is empty" }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes)
      ? BenchMember.cut(text) : "\(bytes.count) bytes that are no text"
  }

  private func members(_ width: Int) -> SectionContent {
    var out = header(width)
    out.append(claims(width), width: width)
    return out
  }

  // What only explains.

  private func changes(_ width: Int) -> SectionContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    let names = model.changes.map { TextWidth.of($0.name) }.max() ?? 0
    for change in model.changes {
      out.add(
        [
          Span("  \(change.name.padded(to: min(16, names) + 2))"),
          Span(change.before, .removed), Span("  ->  ", .dim), Span(change.after, .added),
        ], hanging: min(16, names) + 4)
    }
    if model.changes.isEmpty { out.add([Span("  Nothing: these are the bytes.", .dim)]) }
    if TokenChange.keepsSignature(model.changes), model.decoded?["signature"] != nil {
      out.add(
        [Span("  The signature is still the one of the bytes before.", .warning)], hanging: 2)
    }
    return SectionContent(
      title: "What changed", note: [Span("against \(bench.subject.originalName)", .dim)],
      lines: out.lines)
  }

  private func servers(_ width: Int) -> SectionContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    for server in model.judgement.servers {
      out.add(
        [Span("  \(server.name.padded(to: 25))")] + words(server.outcome), hanging: 27)
    }
    if model.judgement.servers.isEmpty {
      out.add(
        [
          Span(
            model.isEncrypted
              ? "  It is encrypted: no server reads it without the key."
              : "  Give a key (K), and three servers judge the token.", .dim)
        ], hanging: 2)
    }
    return SectionContent(
      title: "The same token at three servers", note: [Span("computed", .dim)], lines: out.lines)
  }

  private func words(_ outcome: ServerGlance.Outcome) -> StyledLine {
    switch outcome {
    case .accepted(let who, isVerified: true):
      [Span("ACCEPTED  ", .ok), Span("signed; as \(who)", .dim)]
    case .accepted(let who, isVerified: false):
      [Span("ACCEPTED  \(glyphs.prize) as \(who)", .attack)]
    case .refused(let check): [Span("REFUSED   x ", .refused), Span("\(check.text)", .dim)]
    }
  }
}
