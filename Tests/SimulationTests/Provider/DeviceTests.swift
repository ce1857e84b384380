import Simulation
import Testing

extension Refused {
  private static let grant = "urn:ietf:params:oauth:grant-type:device_code"

  static let ofDevices: [Refused] = [
    .oauth(
      "nobody", Act("POST", "/device_authorization", form: [("scope", "profile")]), 401,
      "invalid_client"),
    .oauth(
      "a client without this grant",
      Act("POST", "/device_authorization", form: [("scope", "orders")], headers: [Desk.shop]),
      "unauthorized_client"),
    .oauth(
      "too much",
      Act("POST", "/device_authorization", form: [("client_id", "app"), ("scope", "admin")]),
      "invalid_scope"),
    .oauth("no form", Act("POST", "/device_authorization"), "invalid_request"),
    .oauth(
      "no device code", Act("POST", "/token", form: [("grant_type", grant), ("client_id", "app")]),
      "invalid_request"),
    .oauth(
      "an unknown device code",
      Act(
        "POST", "/token",
        form: [("grant_type", grant), ("client_id", "app"), ("device_code", "x")]),
      "invalid_grant"),
    .oauth("nobody has decided", after: [.device], .poll(), "authorization_pending"),
    .oauth("too soon", after: [.device, .poll()], .poll(), "slow_down"),
    .oauth(
      "too soon for the second time", after: [.device, .poll(), .poll(), .wait(6)], .poll(),
      "slow_down"),
    .oauth("too late", after: [.device, .wait(600)], .poll(), "expired_token"),
    .oauth("no", after: [.device, .decide("deny")], .poll(), "access_denied"),
    .oauth(
      "a second time", after: [.device, .decide("allow"), .poll(), .wait(10)], .poll(),
      "invalid_grant"),
  ]
}

@Suite struct `The grant for devices` {
  @Test(arguments: Refused.ofDevices)
  func `refuses by status, error and headers`(it: Refused) throws { try it.expectRefusal() }

  @Test func `gives tokens when the user has agreed, and no sooner than it was told to`() throws {
    let waiting = try Desk().answer(to: [.device])
    #expect(waiting.json?["interval"]?.integer == 5)
    #expect(waiting.json?["verification_uri"]?.string == "https://idp.test/device")
    let answer = try Desk().answer(to: [.device, .poll(), .decide("allow"), .wait(5), .poll()])
    #expect(answer.status == 200)
    #expect(answer.json?["scope"]?.string == "profile")
    #expect(answer.json?["id_token"] == nil)
  }
}
