import Ledger
import Simulation
import Testing

@Suite struct `The exam` {
  private static let mistakes: [DefenceID: String] = [
    "pkce": "required", "pin-algorithm": "pinned", "revoke-on-logout": "on",
  ]

  private func verdict(mending defences: Set<DefenceID>) throws -> Bool {
    let scenario = try Library.scenario("combined/production")
    let settings = defences.sorted().compactMap { id in
      Self.mistakes[id].map { Setting.defence(id, level: $0) }
    }
    let inputs = RunInputs(variant: "three-off", settings: settings)
    return play(scenario, inputs).verdict == .secure
  }

  @Test func `is passed by switching on the three defences that are off`() throws {
    #expect(try verdict(mending: Set(Self.mistakes.keys)))
  }

  @Test func `is not passed while one of them is missing`() throws {
    #expect(try !verdict(mending: []))
    for missing in Self.mistakes.keys {
      #expect(try !verdict(mending: Set(Self.mistakes.keys).subtracting([missing])), "\(missing)")
    }
  }

  @Test func `names the mistakes in its variant and nowhere else`() throws {
    let scenario = try Library.scenario("combined/production")
    let off = scenario.variants.flatMap(\.set).compactMap(\.defence)
    #expect(Set(off) == Set(Self.mistakes.keys))
    #expect(scenario.opens == "three-off")
  }
}
