import Trace
import Wire

// Messages between windows (HTML 9.3): the sender names the origin that the receiver must have, and
// the browser tells the receiver who has sent it.
extension Run {
  /// Hands data from one window to the one that it belongs together with.
  func post(_ data: [Pair], from page: Document, to target: String, _ client: Int) {
    party = world.partyID(client: client)
    guard let child = world.browsers[client].child else {
      emit(.note("\(page.origin) has no other window to send a message to."))
      return
    }
    let isFromChild = page.url == child.document.url
    let receiver = isFromChild ? child.parent : child.document
    guard target == "*" || target == receiver.origin else {
      emit(
        .note(
          "The browser does not hand over the message of \(page.origin): it is for \(target), and the"
            + " other window shows \(receiver.origin)."))
      return
    }
    let leave = target == "*" ? "it is for any origin (*)" : "it is for \(target)"
    emit(.note("The browser hands a message of \(page.origin) to \(receiver.origin): \(leave)."))
    world.browsers[client].lastMessage = PostedMessage(data: data)
    hear(data, from: page.origin, in: receiver, client)
  }

  /// The receiver's own script, where it is a client in the browser.
  private func hear(_ data: [Pair], from origin: String, in page: Document, _ client: Int) {
    guard let server = world.serverIndex(at: page.url),
      let endpoint = Routes.of(world.servers[server].role).script(on: "message")
    else { return }
    let request = Request(
      "POST", page.url, headers: Headers([Pair("Origin", origin)]), body: FormCoding.encode(data))
    let script = PageScript(client: client, page: page)
    _ = execute(endpoint, called: "a message to \(page.origin)", with: request, script, at: server)
  }
}
