import CellUI
import Trace

extension ExplorerState {
  /// `w`: asks for the way back from what the cursor stands on.
  func why(_ run: RunState) -> WhyState {
    let thing = run.selection(size)
    let links = run.chain.links(thing.subject)
    return WhyState(name: thing.name, links: links, row: links.count > 1 ? 1 : 0)
  }

  mutating func receive(_ press: KeyPress, in why: WhyState) -> [Effect] {
    var why = why
    switch ListKey(press, keys) {
    case .close: overlay = nil
    case .move(let rows):
      why.row = why.row.moved(by: rows, in: why.links.count)
      overlay = .why(why)
    case .choose: jump(to: why)
    case .copy: return [.copy(why.links.map(\.text).joined(separator: "\n"))]
    case .other(let press):
      if keys.command(for: press, in: .run) == .why { overlay = nil }
    }
    return []
  }

  private mutating func jump(to why: WhyState) {
    guard var run, why.links.indices.contains(why.row) else { return }
    guard let record = why.links[why.row].record else {
      notice = "That did not happen at one place: there is nowhere to go."
      return
    }
    overlay = nil
    run.jump(to: run.model.moment(ofRecord: record))
    run.show(why.links[why.row].sign.pane)
    self.run = run
    notice = "Message \(run.position + 1). \(run.press(.why)) asks again, from here."
  }
}

extension WhyLink.Sign {
  /// The pane that shows it.
  var pane: Pane {
    switch self {
    case .subject, .made, .sent, .passed, .failed, .given: .message
    case .stored, .read, .removed, .omitted, .attack: .stores
    }
  }

  var role: StyleRole {
    switch self {
    case .subject: .strong
    case .made, .stored: .added
    case .sent: .normal
    case .read: .changed
    case .removed: .removed
    case .passed: .ok
    case .failed: .refused
    case .omitted: .warning
    case .attack: .attack
    case .given: .dim
    }
  }

  /// A word beside the colour.
  var word: String {
    switch self {
    case .subject: "this"
    case .made: "made"
    case .stored: "stored"
    case .sent: "sent"
    case .read: "read"
    case .removed: "deleted"
    case .passed: "passed"
    case .failed: "FAILED"
    case .omitted: "left out"
    case .attack: "ATTACK"
    case .given: "rule"
    }
  }
}
