import CellUI
import Guide

/// All keys, from the table.
struct HelpView {
  let keys: KeyTable
  let context: KeyContext
  let glyphs: Glyphs

  /// The lines of the help at a width: the keys of the screen first, then what the signs mean.
  func lines(width: Int) -> [StyledLine] {
    var out = LineMaker(width: width, glyphs.repertoire)
    out.add([Span("  Keys of the \(context.title.lowercased()) screen", .heading)])
    for binding in keys.bindings(in: context) { add(binding, &out) }
    if context == .run {
      out.blank()
      out.add([Span("  In the message editor (\(keys.name(.tamper, in: .run)))", .heading)])
      for binding in keys.bindings(in: .tamper) { add(binding, &out) }
      out.blank()
      out.add([Span("  In the list of branches (\(keys.name(.branches, in: .run)))", .heading)])
      for binding in keys.bindings(in: .chooser) { add(binding, &out) }
    }
    out.blank()
    out.add([Span("  In lists", .heading)])
    for binding in keys.bindings(in: .list) { add(binding, &out) }
    out.blank()
    out.add([Span("  Signs", .heading)])
    for (sign, role, meaning) in signs {
      out.add([Span("    \(sign.padded(to: 14))", role), Span(meaning)], hanging: 18)
    }
    out.blank()
    out.add([Span("  Words", .heading)])
    for term in Glossary.terms { add(term, &out) }
    return out.lines
  }

  private func add(_ binding: KeyBinding, _ out: inout LineMaker) {
    out.add(
      [
        Span("    \(binding.keyNames.padded(to: 16))", .key), Span(binding.help),
        Span("   :\(binding.command.name)", .inactive),
      ], hanging: 20)
  }

  private func add(_ term: Term, _ out: inout LineMaker) {
    out.add(
      [
        Span("    \(term.word.padded(to: 20))", .accent), Span(term.meaning),
        Span(term.reference.isEmpty ? "" : "  \(term.reference)", .inactive),
      ], hanging: 24)
  }

  private var signs: [(String, StyleRole, String)] {
    [
      ("\(glyphs.marker)", .accent, "where you are"),
      ("!", .attack, "an attacker does it"),
      ("x", .refused, "a server refuses"),
      ("$", .attack, "the attack has worked"),
      ("\(glyphs.change)", .changed, "a store has changed; a what-if differs from here on"),
      ("\(glyphs.future)", .inactive, "not seen yet: what comes stays veiled until you play it"),
      ("sid#1, jwt#2", .secret, "a secret by its name; the bytes are in the message (2, then v)"),
      ("DECODED", .decoded, "what a token says; nobody has verified it"),
      ("VERIFIED", .verified, "a server has verified the signature, and nothing was left out"),
    ]
  }

  func draw(scroll offset: Int, on canvas: inout Canvas, in rect: Rect) {
    let (top, below) = rect.splitTop(1)
    canvas.fill(top, role: .title)
    canvas.line([Span(" authscope   Help", .title, .bold)], in: top)
    let (body, footer) = below.splitBottom(1)
    let lines = lines(width: body.width - 1)
    canvas.scrolled(
      lines,
      scroll: Scroll(offset: offset, contentHeight: lines.count, viewHeight: body.height),
      in: body)
    let bindings = keys.bindings(in: .help).compactMap { binding in
      binding.footer.map { (key: binding.keyName, word: $0) }
    }
    Footer(glyphs: glyphs).draw(bindings, notice: nil, on: &canvas, in: footer)
  }
}
