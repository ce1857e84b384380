import Testing

@testable import CellUI

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct TextTests {
  @Test(arguments: [
    ("\u{1B}[31m", "^[[31m"), ("\u{0}", "^@"), ("\u{7F}", "^?"), ("\t", "^I"), ("\n", "^J"),
    ("\u{9B}", "\\u{9B}"), ("\u{85}", "\\u{85}"), ("\u{A0}", "\\u{A0}"), ("\u{AD}", "\\u{AD}"),
    ("\u{200B}", "\\u{200B}"), ("\u{200D}", "\\u{200D}"), ("\u{200F}", "\\u{200F}"),
    ("\u{202E}", "\\u{202E}"), ("\u{2066}", "\\u{2066}"), ("\u{2028}", "\\u{2028}"),
    ("\u{2029}", "\\u{2029}"), ("\u{FEFF}", "\\u{FEFF}"), ("\u{FE0F}", "\\u{FE0F}"),
    ("\u{E000}", "\\u{E000}"), ("\u{E0041}", "\\u{E0041}"), ("\u{10FFFF}", "\\u{10FFFF}"),
    ("\u{301}", "\\u{301}"), ("\u{3164}", "\\u{3164}"), ("👍🏽", "👍\\u{1F3FD}"),
  ])
  func `what a terminal would act on or hide is drawn as its code`(text: String, shown: String) {
    #expect(Sanitizer.visible(text) == shown)
  }

  @Test(arguments: ["plain ~!", "Zoë", "日本語", "e\u{301}", "한국어", "हिन्दी", "שלום", "✓ ─│┌ ►", "😀"])
  func `what people write stays as it is`(text: String) {
    #expect(Sanitizer.visible(text) == text)
  }

  @Test func `in ASCII everything else is drawn as its code`() {
    #expect(Sanitizer.visible("Zoë", .ascii) == "Zo\\u{EB}")
    #expect(TextWidth.of("Zoë", .ascii) == 8)
  }

  @Test func `marks on one base are limited`() {
    #expect(Sanitizer.visible("e\u{301}\u{302}\u{303}") == "e\u{301}\u{302}\\u{303}")
  }

  @Test func `no scalar gets through that a terminal would act on or hide`() {
    var through: [String] = []
    // Every one of the planes in use, and samples of the rest.
    let values = Array(UInt32(0)...0x1FFFF) + Array(0xE0000...0xE01FF)
    for value in values + stride(from: 0x20000, through: 0x10FFFF, by: 0x1FF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in Sanitizer.visible("x" + String(scalar)).unicodeScalars where isHostile(shown) {
        through.append("U+\(String(value, radix: 16))")
      }
    }
    #expect(through == [])
  }

  private func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { return true }
    if scalar.value < 0x7F { return false }
    let hidden: Set<Unicode.GeneralCategory> = [
      .format, .lineSeparator, .paragraphSeparator, .control, .privateUse, .unassigned,
    ]
    return hidden.contains(scalar.properties.generalCategory)
      || scalar.properties.isDefaultIgnorableCodePoint
  }

  @Test func `showing a text twice changes nothing more`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<3_000 {
      let text = random.text(scalars: 12)
      let once = Sanitizer.visible(text)
      #expect(Sanitizer.visible(once) == once && TextWidth.of(text) == TextWidth.of(once))
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2), ("\u{1112}\u{1161}", 2),
    ("😀", 2), ("…", 1), ("─", 1), ("±", 1), ("ｱ", 1), ("Ａ", 2), ("🇩🇪", 2), ("\u{1B}", 2),
    ("\u{202E}", 8),
  ])
  func `width is counted in columns`(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  #if canImport(Glibc)
    @Test func `the width table agrees with the C library's, where that knows the character`()
      throws
    {
      let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
      let before = uselocale(locale)
      defer {
        uselocale(before)
        freelocale(locale)
      }
      // Glibc's Swift overlay leaves it out.
      let symbol = try #require(dlsym(nil, "wcwidth"))
      let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> Int32).self)
      var compared = 0
      var different: [String] = []
      for value in UInt32(0x20)...0x2FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let fate = Sanitizer.fate(of: scalar, .unicode)
        // U+1171E has been a spacing mark only since Unicode 15.1.
        guard fate != .escaped, value != 0x1171E else { continue }
        let system = Int(wcwidth(wchar_t(value)))
        guard system >= 0 else { continue }
        compared += 1
        let own = fate == .mark ? 0 : TextWidth.of(scalar)
        if own != system { different.append("U+\(String(value, radix: 16)) \(own) \(system)") }
      }
      #expect(compared > 100_000)
      #expect(different == [])
    }
  #endif
}
