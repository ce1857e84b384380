import CellUI
import Guide
import Ledger
import Tokens

/// Why the token stands as it does, and what to do about it: of the selected check or member, else
/// of the verdict.
struct WhySection {
  let bench: BenchState
  let glyphs: Glyphs
  let width: Int

  private var model: BenchModel { bench.model }
  /// How much is told; the note names the depth that the reader chose.
  let depth: Depth

  func content() -> SectionContent {
    var out = LineMaker(width: width, glyphs.repertoire)
    if bench.view.showsCauses {
      addCauses(&out)
      return SectionContent(
        title: "The usual causes", note: [Span("tried, one by one", .dim)], lines: out.lines)
    }
    if bench.subject.source == .sample, bench.subject.text == SampleToken.text { addSample(&out) }
    if let check = bench.selectedCheck {
      add(check, &out)
    } else if let member = bench.selectedMember, depth != .line || bench.view.focus == .token {
      add(member, &out)
      addVerdict(&out)
    } else {
      addVerdict(&out)
    }
    addNotes(&out)
    return SectionContent(
      title: "Why, and what to do",
      note: [
        Span(
          "\(bench.press(.deeper)) more, \(bench.press(.shallower)) less"
            + "  [\(bench.view.depth.title)]",
          .keyHint)
      ],
      lines: out.lines)
  }

  private func say(_ text: String, _ out: inout LineMaker, _ role: StyleRole = .normal) {
    out.add([Span("  "), Span(text, role)], hanging: 2)
  }

  // The verdict.

  private func addVerdict(_ out: inout LineMaker) {
    switch model.judgement.verdict.standing {
    case .decoded:
      say(
        model.isEncrypted
          ? "Nobody can read an encrypted token without the key. What is seen is its header."
          : "Anyone can read a token. Only its signature and a key that you trust say who wrote "
            + "it.",
        &out)
      more(
        "Give the issuer's key with K, and name the algorithms that you accept (4).",
        ["verify", "decode"], &out)
    case .verified:
      say("Whoever holds the key wrote exactly these bytes, and they are meant for you, now.", &out)
      more(
        "It is still a bearer token: whoever copies it can use it until exp.", ["bearer token"],
        &out)
    case .accepted:
      say(
        "These rules take the token, though nothing proves who wrote it: a check is left out.",
        &out, .warning)
      more("Ask for the algorithm and the signature yourself (4, then e).", ["verify"], &out)
    case .opened:
      say("Your key opened it. That keeps others from reading, and proves no author.", &out)
      more(
        "Verify the token inside, if there is one: \(bench.press(.inside)) opens it.", ["JWS"], &out
      )
    case .refused:
      if let refusal = model.judgement.refusal { add(refusal, &out) }
    }
  }

  private func more(_ text: String, _ words: [String], _ out: inout LineMaker) {
    guard depth != .line else { return }
    say(text, &out)
    addTerms(words, &out)
    if depth == .engine { addEngine(&out) }
  }

  private func addTerms(_ words: [String], _ out: inout LineMaker) {
    guard depth == .references || depth == .engine else { return }
    for term in words.compactMap({ Glossary.term($0) }) {
      out.add(
        [
          Span("  \(term.word): ", .accent), Span(term.meaning),
          Span(term.reference.isEmpty ? "" : "  \(term.reference)", .link),
        ], hanging: 4)
    }
  }

  // A check.

  private func add(_ check: BenchCheck, _ out: inout LineMaker) {
    let id = check.row.check.id
    let advice = CheckAdvice.of(id, isEncrypted: model.isEncrypted)
    if let advice { say(advice.why, &out) }
    if let advice {
      if Self.isFailing(check) {
        say(advice.remedy, &out, .accent)
      } else if depth != .line {
        say("When it refuses: \(advice.remedy)", &out, .dim)
      }
    }
    guard depth != .line else { return }
    out.add(
      [
        Span("  \(id.text): ", .heading), Span(check.row.check.title),
        Span("  \(check.row.check.reference)", .link),
      ], hanging: 4)
    addTerms(Self.terms[id] ?? [], &out)
    if depth == .engine { addEngine(&out) }
  }

  private static func isFailing(_ check: BenchCheck) -> Bool {
    if case .fail = check.row.outcome { true } else { false }
  }

  /// The glossary's words for a check.
  private static let terms: [CheckID: [String]] = [
    "token-shape": ["JWT"], "token-encoding": ["decode"], "token-json": ["claim"],
    "algorithm-allowed": ["alg"], "key-selected": ["kid", "JWKS"], "key-fits": ["HMAC", "RS256"],
    "key-strength": ["key"], "signature": ["signature", "verify"], "not-expired": ["exp"],
    "issuer": ["iss"], "audience": ["aud"],
  ]

  // A member.

  private func add(_ member: BenchMember, _ out: inout LineMaker) {
    let meaning = member.meaning?.meaning ?? "no registered name: its issuer says what it means"
    out.add(
      [
        Span("  \(member.name): ", .heading), Span(meaning),
        Span("  \(member.meaning?.reference ?? "")", .link),
      ], hanging: 4)
    if let term = Glossary.term(member.name), depth != .line { say(term.meaning, &out, .dim) }
  }

  // What the engine knows.

  private func addEngine(_ out: inout LineMaker) {
    let parts = TokenText(bench.subject.text).parts
    if parts.count >= 2, !model.isEncrypted {
      let input = parts[0].utf8.count + 1 + parts[1].utf8.count
      say("engine: the signature is of \(input) bytes, header.payload as they stand", &out, .dim)
    }
    for key in bench.key?.set.keys.prefix(4) ?? [] {
      let print = (try? key.thumbprint()).map { ", thumbprint \($0)" } ?? ""
      say("engine: \(key.label), \(key.kindName)\(key.isSymmetric ? "" : print)", &out, .dim)
    }
    if model.judgement.signatureCount > 1 {
      say("engine: \(model.judgement.signatureCount) signatures in the message", &out, .dim)
    }
  }

  /// What had to be forgiven to show the token, and what a verifier would stumble over.
  private func addNotes(_ out: inout LineMaker) {
    let notes = model.decoded?.notes ?? []
    for note in notes.prefix(depth == .line ? 2 : 12) {
      out.add([Span("  note: ", .warning), Span(note.sentence)], hanging: 8)
    }
    if let first = bench.key?.notes.first, depth != .line {
      out.add([Span("  key: ", .warning), Span(first)], hanging: 8)
    }
  }

  private func addSample(_ out: inout LineMaker) {
    say(
      "A token as articles print them: somebody wrote a new payload and kept the signature of a "
        + "famous sample. It decodes; with that sample's own secret the checks say the rest.",
      &out, .accent)
    if SampleToken.signatureIsOfWellKnown {
      say("The famous one, tried with the same secret: its signature fits.", &out, .ok)
    }
  }

  // Causes.

  private func addCauses(_ out: inout LineMaker) {
    let causes = bench.causes ?? []
    if case .verified = model.judgement.verdict.standing {
      say("Nothing to search: your checks accept the token.", &out)
    } else if model.judgement.diagnosis == nil {
      say("The search serves compact signed tokens with a policy. Give a key first (K).", &out)
    } else if causes.isEmpty {
      say(
        "None of the usual mistakes explains it: not the secret's encoding, not a sibling "
          + "algorithm, not another key of the set, not a re-encoded payload.", &out)
    }
    for cause in causes {
      out.add([Span("  \(glyphs.bullet) ", .accent), Span(cause.sentence)], hanging: 4)
    }
    out.add(
      [
        Span(
          "  Found by trying; it proves nothing. "
            + "\(bench.press(.leave)) or \(bench.press(.why)): back.",
          .dim)
      ], hanging: 2)
  }
}
