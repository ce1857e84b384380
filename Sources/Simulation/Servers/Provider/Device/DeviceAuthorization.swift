import Ledger
import Trace
import Wire

/// The device authorization grant (RFC 8628): a device without a keyboard waits, while its user
/// signs in on another one.
enum DeviceAuthorization {
  private static let lifetime: Int64 = 600
  static let interval: Int64 = 5
  /// Letters that make no words and are not taken for one another (RFC 8628 6.1).
  private static let letters = Array("BCDFGHJKLMNPQRSTVWXZ".utf8)

  /// What a device asks for: two codes, a long one for itself and a short one for its screen.
  static let endpoint = ClientAuthentication.endpoint(for: .deviceCode) {
    $0.checks([ClientScope.allowed]).finish { client, hand in
      let deviceCode = hand.mint(.deviceCode, bytes: 32)
      let userCode = userCode(hand)
      let key = hand.key(hashing: deviceCode)
      let until = String(hand.now.seconds + lifetime)
      hand.write(
        .devices, key,
        [
          Pair("status", "pending"), Pair("client", client.name),
          Pair("scope", client.request.field("scope") ?? ""), Pair("until", until),
          Pair("interval", String(interval)), Pair("family", hand.uniqueID()),
        ])
      // The short code's row leads to the long one's.
      hand.run.trace.identifiers.append(key.text)
      hand.write(
        .devices, userKey(userCode, hand.sight),
        [Pair("device", key.text), Pair("until", until)])
      let page = hand.server.origin.origin + "/device"
      return JSONResponse.make(
        200,
        [
          "device_code": .string(deviceCode), "user_code": .string(userCode),
          "verification_uri": .string(page),
          "verification_uri_complete": .string(page + "?user_code=" + userCode),
          "expires_in": .integer(lifetime), "interval": .integer(interval),
        ])
    }
  }

  private static func userCode(_ hand: Hand) -> String {
    let drawn = hand.run.draw("user-code", bytes: 8).map { letters[Int($0) % letters.count] }
    let text = shown(drawn)
    hand.register(.userCode, text)
    return text
  }

  /// As it stands on the device's screen.
  private static func shown(_ letters: [UInt8]) -> String {
    String(decoding: letters.prefix(4), as: UTF8.self) + "-"
      + String(decoding: letters.dropFirst(4), as: UTF8.self)
  }

  /// People type small letters, and leave out the dash (RFC 8628 6.1).
  private static func userKey(_ typed: String, _ sight: Sight) -> RowKey {
    let upper = typed.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }.filter {
      letters.contains($0)
    }
    let hash = sight.key(hashing: "user code " + String(decoding: upper, as: UTF8.self))
    return RowKey("user:" + hash.text, secret: sight.key(raw: shown(upper)).secret)
  }

  // The user's side.

  static let page = pipeline().finish { arrival, _ in
    Page(
      title: "Connect a device",
      form: Page.Form(
        action: "/device",
        fields: [
          Page.Field(
            name: "user_code", kind: "text", value: arrival.request.url.query["user_code"] ?? "")
        ], buttons: [Page.Field(name: "", kind: "Go on", value: "")])
    ).response()
  }

  struct Waiting: Sendable {
    let device: RowKey
    let row: Row
    let request: Request
  }

  private static let codeKnown = Gate<Arrival, Waiting>(
    "user-code-known", "a device waits under this code", "RFC 8628 3.3"
  ) { arrival, sight in
    let refusal = Refusal.page(status: 400, message: "No device waits under this code.")
    let key = userKey(arrival.request.field("user_code") ?? "", sight)
    guard let device = sight.read(.devices, key)?["device"].map({ RowKey($0) }),
      let row = sight.read(.devices, device)
    else { return .refuse(refusal, expected: "a code that was given out", actual: "another") }
    return .enter(Waiting(device: device, row: row, request: arrival.request))
  }

  private static let stillWaiting = Check<Waiting>(
    CheckInfo("device-waiting", "the device still waits", "RFC 8628 3.3"),
    else: .page(status: 400, message: "This code is over. Start again at the device.")
  ) { it, seen in
    let status = it.row["status"] ?? ""
    guard status == "pending" else { return .fails(expected: "pending", actual: status) }
    return IssuedTokens.judgeExpiry(it.row, seen.now)
  }

  /// From here on it goes as with any request: sign in, consent.
  static let entered = pipeline().gate(codeKnown).checks([stillWaiting])
    .finish { it, hand in
      let id = hand.mint(.transaction)
      let row = [
        Pair("client", it.row["client"] ?? ""), Pair("scope", it.row["scope"] ?? ""),
        Pair("device", it.device.text), Pair("ask", "consent"),
      ]
      let pending = PendingRequest(
        id: id, key: hand.key(hashing: id), row: row, request: it.request)
      hand.write(.requests, pending.key, row)
      let session = Sessions.find(it.request, hand.sight)
      return Interaction.proceed(pending, session, hand) {
        Interaction.bound($0, to: pending, hand)
      }
    }

  /// The user has decided; the device hears of it when it asks next.
  static func decide(
    _ pending: PendingRequest, _ device: String, _ session: Session?, _ hand: Hand
  ) -> Response {
    hand.write(.requests, pending.key, nil)
    let key = RowKey(device)
    if var row = hand.read(.devices, key), row["status"] == "pending" {
      row.set("status", session == nil ? "denied" : "approved")
      row.set("scope", pending["scope"])
      if let session {
        row += [
          Pair("sub", session.user), Pair("auth_time", String(session.authTime)),
          Pair("acr", session.level.rawValue),
        ]
      }
      hand.write(.devices, key, row)
    }
    let words = session == nil ? "The device gets nothing." : "Go back to your device."
    return Page(title: "Done", paragraphs: [words]).response()
  }
}
