extension ExplorerState {
  /// Why a command does nothing here; nil when it does something.
  func disabledReason(_ command: Command) -> String? {
    guard let binding = keys.binding(command, in: keyContext) else {
      return "\(command.name) means nothing here."
    }
    if let reason = benchReason(command) { return reason }
    guard screen == .run, let run else { return nil }
    if let reason = run.recordingReason(binding.command) { return reason }
    switch binding.command {
    case .undo:
      return run.branch.parent == nil
        ? "There is no what-if to take back: this is the first run." : nil
    case .firstDifference:
      if run.branch.parent == nil {
        return "This run is no what-if: there is nothing to differ from."
      }
      return run.branch.firstDifference == nil ? "No message differs from the run before." : nil
    case .tamper, .dropMessage, .repeatMessage:
      return run.tamperedMoment == nil
        ? "Nothing is sent here. "
          + "Go to a message, or send one of your own: \(run.press(.ownRequest))."
        : nil
    case .export:
      return exports.isEmpty ? "No form of export is registered." : nil
    case .nextHit, .previousHit:
      return run.search == nil ? "There is no search: \(run.press(.search)) begins one." : nil
    case .toggleHere:
      return RunArrangement.of(size).focus(run.panes) == .defences
        ? nil
        : "Go to a defence first (\(run.press(.defences))); "
          + "\(run.press(.toggleHere)) switches it from this step on."
    case .defences, .toggle:
      return run.recording == nil && run.model.trace.defences.isEmpty ? "This scenario has no defences to switch." : nil
    default: return nil
    }
  }
}
