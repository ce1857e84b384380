import CellUI
import Tokens

/// The lines of header members and claims.
struct MemberLines {
  let bench: BenchState
  let glyphs: Glyphs
  let width: Int
  private var out: LineMaker
  private(set) var focusLine: Int?
  private(set) var field: (line: Int, column: Int)?

  init(bench: BenchState, glyphs: Glyphs, width: Int) {
    self.bench = bench
    self.glyphs = glyphs
    self.width = width
    out = LineMaker(width: width, glyphs.repertoire)
  }

  var lines: [StyledLine] { out.lines }
  private var now: Int { bench.policy.clock.seconds }
  private var zone: LocalZone {
    switch bench.policy.clock {
    case .machine: bench.zone
    case .run, .chosen: .utc
    }
  }

  mutating func note(_ text: String) { out.add([Span("    \(text)", .dim)], hanging: 4) }

  mutating func plain(_ name: String, _ value: String) {
    out.add(
      [Span("    \(name.padded(to: 12))", .dim), Span(value, .decoded)], hanging: 16)
  }

  mutating func add(_ members: [BenchMember], pane: BenchPane) {
    let longest = members.map { TextWidth.of($0.name, glyphs.repertoire) }.max() ?? 0
    let names = min(max(longest + 1, 6), max(6, min(20, width / 4)))
    let values = min(members.map { TextWidth.of($0.text, glyphs.repertoire) }.max() ?? 0, 14)
    var group: String?
    for (row, member) in members.enumerated() {
      if let title = member.group, title != group {
        out.add([Span("  \(title)", .heading)])
        group = title
      }
      let isSelected = bench.view.focus == pane && bench.view.row(pane) == row
      if isSelected { focusLine = out.lines.count }
      if bench.edit?.target == .member(pane, row) {
        field = (out.lines.count, 4 + names)
        out.addCut([Span("\(glyphs.marker) ", .accent), Span("  \(member.name)")])
      } else {
        add(member, isSelected: isSelected, names, values)
      }
    }
  }

  private mutating func add(
    _ member: BenchMember, isSelected: Bool, _ names: Int, _ values: Int
  ) {
    let isLit = bench.view.focus == .token && bench.selectedMember.map { same($0, member) } ?? false
    let emphasis: Emphasis = isSelected ? .selected : isLit ? [.underlined, .bold] : []
    let role: StyleRole = bench.model.judgement.verdict.isVerified ? .verified : .decoded
    let isLong = TextWidth.of(member.name, glyphs.repertoire) >= names
    var line: StyledLine = [
      Span(isSelected ? "\(glyphs.marker) " : "  ", .accent),
      Span(member.before == nil ? "  " : "\(glyphs.change) ", .changed),
      Span(isLong ? "\(member.name) " : member.name.padded(to: names), .normal, emphasis),
      Span(member.text, role, isLit ? emphasis : []),
    ]
    let gap = max(2, values + 2 - TextWidth.of(member.text, glyphs.repertoire))
    line.append(Span(String(repeating: " ", count: gap)))
    if isSelected {
      // Of the selected member all is told, on as many lines as it takes.
      for (index, note) in notes(member).enumerated() {
        line += index == 0 ? [note] : [Span("   "), note]
      }
      out.add(line, hanging: 4 + names)
    } else {
      out.addCut(line + fitting(member, width - 1 - line.displayWidth(glyphs.repertoire)))
    }
  }

  /// As many notes as there is room for; a time without its date rather than none.
  private func fitting(_ member: BenchMember, _ room: Int) -> StyledLine {
    var out: StyledLine = []
    var left = room
    for note in notes(member) {
      let short = member.time.flatMap { note.text.contains($0.relative(to: now)) ? $0 : nil }
        .map { Span(relative(member, $0), note.role) }
      let wanted = [note, short].compactMap { $0 }.first {
        TextWidth.of($0.text, glyphs.repertoire) <= left
      }
      guard let wanted else {
        // A meaning may end in dots, a figure may not.
        if note.role == .dim, left >= 12 { out += gap(out) + [cut(note, left)] }
        break
      }
      out += gap(out) + [wanted]
      left -= TextWidth.of(wanted.text, glyphs.repertoire) + 3
    }
    return out
  }

  private func gap(_ before: StyledLine) -> StyledLine { before.isEmpty ? [] : [Span("   ")] }

  private func cut(_ note: Span, _ room: Int) -> Span {
    Span(note.text.prefix(room - 2) + glyphs.ellipsis, note.role)
  }

  private func same(_ one: BenchMember, _ other: BenchMember) -> Bool {
    one.part == other.part && one.index == other.index && one.home == other.home
  }

  /// What there is to say of a member, the most needful first.
  private func notes(_ member: BenchMember) -> StyledLine {
    var out: StyledLine = []
    switch member.before {
    case .was(let old)?: out.append(Span("was \(old)", .changed))
    case .absent?: out.append(Span("was not there", .changed))
    case nil: break
    }
    if member.isRepeated { out.append(Span("a second time!", .warning)) }
    if let time = member.time {
      let isOver = member.name == "exp" && time.seconds <= Int64(now)
      out.append(
        Span("\(readable(time))  \(relative(member, time))", isOver ? .refused : .normal))
      let offset = zone.offset(time.seconds)
      if offset != 0 {
        out.append(Span("here \(here(time, offset))", .dim))
      }
      if time.unit != .seconds { out.append(Span("in \(time.unit.name)!", .warning)) }
    }
    if member.home == .header, member.name == "alg" {
      out.append(contentsOf: algorithmNote(member))
    }
    if let meaning = member.meaning {
      out.append(Span(meaning.meaning, .dim))
    } else if member.home == .claims {
      out.append(Span("not a registered claim", .dim))
    }
    return out
  }

  private func algorithmNote(_ member: BenchMember) -> StyledLine {
    let note = bench.model.decoded?.notes.first { note in
      switch note.kind {
      case .unsigned, .oddlyCased, .unknownAlgorithm, .recognisedAlgorithm: true
      case .stripped, .whiteSpace, .encoding, .undecodable, .notJSON, .notAnObject, .duplicate,
        .loneSurrogate, .missingPart, .parts, .noAlgorithm, .carriesKey, .wrongUnit, .notATime,
        .beyondCookie, .tooDeep:
        false
      }
    }
    guard let note, note.span.map({ member.span?.overlaps($0) ?? false }) ?? false else {
      return []
    }
    return [Span(String(note.sentence.drop { $0 != " " }.dropFirst()), .warning)]
  }

  private func relative(_ member: BenchMember, _ time: TimeReading) -> String {
    let isOver = member.name == "exp" && time.seconds <= Int64(now)
    return (isOver ? "EXPIRED " : "") + time.relative(to: now)
  }

  /// "2026-01-01 00:15:00Z".
  private func readable(_ time: TimeReading, offset: Int = 0) -> String {
    time.text(offset: offset).split(separator: "T").joined(separator: " ")
  }

  /// "01:15:00+01:00", with the day where it is another one than in UTC.
  private func here(_ time: TimeReading, _ offset: Int) -> String {
    let text = readable(time, offset: offset)
    let isSameDay = text.utf8.prefix(10).elementsEqual(readable(time).utf8.prefix(10))
    return isSameDay ? String(text.dropFirst(11)) : text
  }

  /// The signature's row, behind the claims.
  mutating func addSignature() {
    let row = bench.model.claims.count
    let isSelected = bench.view.focus == .claims && bench.view.row(.claims) == row
    if isSelected { focusLine = out.lines.count }
    let count = bench.model.decoded?["signature"]?.bytes.count ?? 0
    let verdict = bench.model.judgement.verdict
    let words: StyledLine =
      count == 0
      ? [Span("(empty)", .warning), Span("  there is nothing here to verify", .dim)]
      : [
        Span(count == 1 ? "1 byte" : "\(count) bytes"),
        Span(
          verdict.isVerified ? "  it fits your key" : "  \(signatureStanding)",
          verdict.isVerified ? .verified : .dim),
      ]
    out.add(
      [
        Span(isSelected ? "\(glyphs.marker) " : "  ", .accent), Span("  "),
        Span("signature", .heading, isSelected ? .selected : []), Span("  "),
      ] + words, hanging: 15)
  }

  private var signatureStanding: String {
    let row = bench.model.judgement.checks.first { $0.row.check.id == TokenCheck.signature.id }
    switch row?.row.outcome {
    case .pass: return "it fits your key; another check refuses"
    case .fail: return "it does not fit"
    case .off, .notApplicable, .notReached, nil: return "nobody has verified it here"
    }
  }
}
