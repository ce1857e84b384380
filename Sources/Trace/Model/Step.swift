/// Where a step's records begin.
package struct StepSpan: Hashable, Sendable {
  package let id: StepID
  package let first: Int32
  package let time: Instant
  /// The index of what the scenario says of it, in `Trace.script`.
  package let line: Int32

  package init(id: StepID, first: Int32, time: Instant, line: Int32) {
    self.id = id
    self.first = first
    self.time = time
    self.line = line
  }
}

package enum Verb: String, Hashable, Sendable, CaseIterable {
  case request, deliver, steal, tamper, forge, wait, set, predict, run, `repeat`, note
}

/// The panes of the run screen, as a step's `look:` names them.
package enum Pane: String, Hashable, Sendable, CaseIterable {
  case sequence, message, stores, token, defences
}

/// What the scenario says of a step, before it is run.
package struct ScriptLine: Hashable, Sendable {
  package let name: String
  package let verb: Verb
  /// The step in a few words: "laptop POST /login".
  package let caption: String
  package let look: Pane?

  package init(name: String, verb: Verb, caption: String, look: Pane?) {
    self.name = name
    self.verb = verb
    self.caption = caption
    self.look = look
  }
}
