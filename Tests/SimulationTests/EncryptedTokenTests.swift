import Ledger
import Simulation
import Testing
import Trace
import Wire

/// An API whose tokens are encrypted to it, and somebody who brings it things.
private struct SafeDesk {
  let trace: Trace

  init(
    _ encryption: TokenEncryption, envelope: [Pair] = [], filler: Int = 0,
    settings: [Setting] = []
  ) throws {
    var scenario = Scenario()
    scenario.id = "test/safe"
    var safe = ServerSpec(
      name: "safe", role: .api, origin: try #require(WireURL("https://safe.test")))
    safe.encryption = encryption
    scenario.world.servers = [safe]
    scenario.world.users = [UserSpec(name: "alice", server: "safe", password: "wonderland")]
    scenario.world.clients = [ClientSpec(name: "mallory", user: nil, attacker: true)]
    var keys = RequestStep(client: 0, method: "GET", url: Template("https://safe.test/jwks"))
    keys.captures = [Capture(name: "key", source: .json("keys.0"))]
    var forge = ForgeStep(
      from: nil, header: [Pair("alg", "none")], claims: [], signature: .empty, name: "it", by: 0)
    let key = Template(parts: [.capture("key")])
    var wrap = ForgedEnvelope(
      key: encryption == .password ? .password(Template("does-not-matter")) : .with(key))
    wrap.header = envelope
    wrap.isCompressed = filler > 0
    forge.envelope = wrap
    forge.filler = filler
    var use = RequestStep(client: 0, method: "GET", url: Template("https://safe.test/me"))
    use.bearer = Template(parts: [.capture("it")])
    scenario.steps = [
      Step(id: "keys", action: .request(keys)), Step(id: "forge", action: .forge(forge)),
      Step(id: "use", action: .request(use)),
    ]
    trace = play(scenario, RunInputs(settings: settings))
  }

  func value(_ field: Field) -> String? { trace.value(of: field, atStep: 2) }
}

@Suite struct `An API with encrypted tokens` {
  private static let unbounded = [Setting.defence("bounded-work", level: "off")]

  @Test func `refuses an unsigned token in a perfect envelope`() throws {
    let desk = try SafeDesk(.publicKey)
    #expect(desk.value(.check("decrypted")) == "passed")
    #expect(desk.value(.check("algorithm-allowed")) == "failed")
    #expect(desk.value(.status) == "401")
  }

  @Test func `publishes the key for encryption, and never a password`() throws {
    let open = try SafeDesk(.publicKey).trace
    #expect(open.value(of: .json("keys.0.use"), atStep: 0) == "enc")
    #expect(open.value(of: .json("keys.0.d"), atStep: 0) == nil)
    #expect(try SafeDesk(.password).trace.value(of: .json("keys.0"), atStep: 0) == nil)
  }

  @Test(arguments: [1_000_001, 2_000_000_000])
  func `does not begin with more rounds than its bound`(rounds: Int) throws {
    let desk = try SafeDesk(.password, envelope: [Pair("p2c", String(rounds))])
    #expect(desk.value(.check("work-factor")) == "failed")
    #expect(desk.value(.cost(.rounds, total: false)) == "0")
  }

  @Test(arguments: [10_001, 1_000_001, 2_000_000_000])
  func `without a bound pays what the header says, at once in this program`(rounds: Int) throws {
    let start = ContinuousClock.now
    let desk = try SafeDesk(
      .password, envelope: [Pair("p2c", String(rounds))], settings: Self.unbounded)
    #expect(
      desk.value(.check("work-factor")) == (rounds > 1_000_000 ? "would-fail" : "not-checked"))
    #expect(desk.value(.check("decrypted")) == "failed")
    #expect(desk.value(.cost(.rounds, total: false)) == String(rounds))
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test(arguments: ["0", "-1", "\"many\"", "9223372036854775808", "null"])
  func `refuses rounds that are no number of rounds, bound or not`(rounds: String) throws {
    for settings in [[], Self.unbounded] {
      let desk = try SafeDesk(.password, envelope: [Pair("p2c", rounds)], settings: settings)
      #expect(desk.value(.status) == "401")
      #expect((desk.value(.cost(.rounds, total: false)).flatMap { Int($0) } ?? -1) <= 0)
    }
  }

  @Test func `unpacks as much as its bound, or all of it`() throws {
    let bounded = try SafeDesk(.publicKey, filler: 1_000_000)
    #expect(bounded.value(.check("inflated-size")) == "failed")
    #expect(bounded.value(.cost(.inflated, total: false)) == "262144")
    let all = try SafeDesk(.publicKey, filler: 1_000_000, settings: Self.unbounded)
    #expect(all.value(.check("inflated-size")) == "would-fail")
    #expect(all.value(.cost(.inflated, total: false)) == "1000000")
    #expect(all.value(.check("token-shape")) == "failed")
  }
}
