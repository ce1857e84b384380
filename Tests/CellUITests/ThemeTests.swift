import CellUI
import Testing

@Suite struct ThemeTests {
  @Test func `every role has a letter of its own`() {
    #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
  }

  @Test(arguments: Theme.all)
  func `decoded never looks like verified`(theme: Theme) {
    #expect(theme.attributes(.decoded) != theme.attributes(.verified))
  }

  @Test(arguments: Theme.all)
  func `a selected cell looks different from the same cell`(theme: Theme) {
    for role in StyleRole.allCases {
      #expect(theme.attributes(role) != theme.attributes(role, .selected), "\(role)")
    }
  }

  @Test func `without colours no theme asks for one`() {
    #expect(Theme.choose(.dark, noColor: true) == .mono)
    for role in StyleRole.allCases {
      let look = Theme.mono.attributes(role)
      #expect(look.foreground == .standard && look.background == .standard)
    }
  }

  @Test func `colours are reduced to those that the terminal has`() {
    for index in UInt8.min...UInt8.max {
      for count in [0, 2, 8, 16, 88, 256] {
        if case .palette(let reduced) = Color.palette(index).reduced(toColors: count) {
          #expect(Int(reduced) < max(8, count))
        }
      }
    }
    #expect(Color.palette(196).reduced(toColors: 16) == .palette(9))
    #expect(Color.palette(9).reduced(toColors: 8) == .palette(1))
    #expect(Color.palette(9).reduced(toColors: 2) == .standard)
    #expect(Attributes(.palette(245)).reduced(toColors: 8) == Attributes(dim: true))
  }

  @Test func `no glyph of the chrome is wide, and the ASCII set is ASCII`() {
    for glyphs in [Glyphs.unicode, .ascii] {
      for child in Mirror(reflecting: glyphs).children where !(child.value is Repertoire) {
        let text = "\(child.value)"
        #expect(TextWidth.of(text, glyphs.repertoire) == text.count, "\(text)")
        #expect(Sanitizer.visible(text, glyphs.repertoire) == text, "\(text)")
        #expect(text.unicodeScalars.allSatisfy { !$0.properties.isEmoji || $0.isASCII }, "\(text)")
      }
    }
  }
}
