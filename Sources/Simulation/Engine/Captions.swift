import Trace
import Wire

extension World {
  /// A step in a few words, before it is run.
  func caption(of step: Step) -> String {
    switch step.action {
    case .request(let it): "\(name(it.client)) \(it.method) \(it.url.display)"
    case .deliver(let it): "\(name(it.to)) opens \(it.link.display)"
    case .steal(let it): "steal \(it.loot.words) from \(name(it.victim))"
    case .tamper(let it): "tamper with \(it.address)"
    case .forge(let it): "forge a token" + (it.from.map { " from \($0.display)" } ?? "")
    case .wait(let span): "\(span.text) pass"
    case .run(let it): "a script in \(name(it.client)): \(it.act.words)"
    case .set(let settings): "set \(settings.map(\.text).joined(separator: ", "))"
    case .predict(let it): it.ask
    case .repeat(let count, _): "\(count) times"
    case .note(let text): text
    }
  }

  private func name(_ client: Int) -> String { spec.clients[client].name }
}

extension ScriptAct {
  var words: String {
    switch self {
    case .fetch(let it): "\(it.method) \(it.url.display)"
    case .writeStorage(let key, _): "writes localStorage \(key)"
    case .writeCookie: "writes document.cookie"
    case .message(let it): "postMessage to \(it.target)"
    }
  }
}

extension Template {
  /// As it is written: `$link`, `https://app.test/me`.
  package var display: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .capture(let name): "$" + name
      }
    }.joined()
  }
}
