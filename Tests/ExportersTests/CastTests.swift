import Exporters
import Testing
import Wire

@Suite struct `Films as asciicasts` {
  private let cast = Cast(
    width: 80, height: 24, title: "session/login",
    shots: [
      .init(output: "\u{1B}[Hone \"1\"\r\n", duration: 1250, marker: "login"),
      .init(output: "two", duration: 3005, marker: nil),
    ])

  @Test func `a header, then a line for each picture and each marker, in the order of time`() throws {
    let lines = try cast.text.split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(lines[0]["version"]?.integer == 2)
    #expect(lines[0]["width"]?.integer == 80 && lines[0]["height"]?.integer == 24)
    let events = lines.dropFirst().compactMap(\.array)
    #expect(events.map { $0[1].string } == ["o", "m", "o", "o"])
    #expect(events[0][2].string == "\u{1B}[Hone \"1\"\r\n")
    #expect(events[1][2].string == "login")
  }

  @Test func `times are seconds with three places, and the last picture stays its time`() {
    let lines = cast.text.split(separator: "\n")
    #expect(lines[1].hasPrefix("[0.000,\"o\","))
    #expect(lines[3].hasPrefix("[1.250,\"o\","))
    #expect(lines[4] == "[4.255,\"o\",\"\"]")
  }
}
