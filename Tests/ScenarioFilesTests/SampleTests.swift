import Simulation
import Testing
import Trace
import Wire

@testable import ScenarioFiles

@Suite struct SampleTests {
  @Test func `the session sample is read without a word of complaint`() throws {
    let reading = read(Samples.logout)
    #expect(reading.diagnostics.map { describe($0) } == [])
    let scenario = try #require(reading.scenario)
    #expect(scenario.steps.map(\.id) == ["login", "steal", "logout", "predict-replay", "replay"])
    #expect(scenario.world.users.map(\.server) == ["app"])
  }

  @Test func `the OAuth sample is read with what its include brings`() throws {
    let reading = read(Samples.linkCSRF)
    #expect(reading.diagnostics.map { describe($0) } == [])
    let scenario = try #require(reading.scenario)
    #expect(scenario.world.servers.map(\.name) == ["shop", "idp"])
    #expect(
      scenario.world.users.map { "\($0.name)@\($0.server)" } == ["alice@shop", "mallory@idp"])
    #expect(
      scenario.steps.map(\.id) == ["victim", "bait", "wait-30s", "predict-callback", "callback"])
  }
}
