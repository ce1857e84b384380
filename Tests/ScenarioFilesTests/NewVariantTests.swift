import ScenarioFiles
import Simulation
import Testing

@Suite struct `A variant that is kept` {
  private let variant = NewVariant(
    name: "mine", title: "a \"quoted\" title",
    settings: [
      .defence("http-only", level: "on"), .serverCount("app", 3),
      .defence("http-only", level: "off"),
    ], statuses: [("replay", "200")])

  private let block = """
      mine:
        title: "a quoted title"
        set:
          servers.app.count: 3
          defences.http-only: off
        expect:
          replay: [status == 200]
    """

  @Test func `comes behind the others, a later setting of one name counts`() throws {
    let text = "id: a\nvariants:\n  one:\n    set: { x: y }\n\n# end\nlast: 1\n"
    #expect(
      try variant.added(to: text)
        == "id: a\nvariants:\n  one:\n    set: { x: y }\n\n# end\n\(indented)\nlast: 1\n")
  }

  private var indented: String { block }

  @Test func `makes the list where there is none`() throws {
    #expect(try variant.added(to: "id: a\n\n") == "id: a\nvariants:\n\(indented)\n")
  }

  @Test func `says what keeps it from being added`() throws {
    func problem(_ variant: NewVariant, _ text: String) -> String {
      do throws(Problem) {
        return try variant.added(to: text)
      } catch {
        return "\(error.message); \(error.hint ?? "")"
      }
    }
    #expect(
      problem(variant, "variants: { one: {} }\n")
        == "the scenario's variants stand on one line; `authscope format` writes them one below "
        + "the other")
    let bad = NewVariant(name: "1#", title: "", settings: [], statuses: [])
    #expect(
      problem(bad, "")
        == "\"1#\" is no name for a variant; use letters, digits and hyphens, a letter first")
  }
}
