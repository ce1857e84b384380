/// One of the two runs of a comparison.
struct ComparedRun: Sendable {
  let name: String
  /// What sets it apart: "revoke-on-logout on from the start".
  let detail: String
  let model: RunModel
  /// Its branch on the run screen; nil for a run from elsewhere.
  let branch: Int?
  /// The first moment that is not to be seen yet, because a question waits before it.
  let veiledFrom: Int?

  func isVeiled(_ moment: Int?) -> Bool {
    guard let moment, let veiledFrom else { return false }
    return moment >= veiledFrom
  }
}

extension RunState {
  /// A branch as a side of a comparison.
  func compared(_ index: Int) -> ComparedRun {
    let branch = branches[index]
    let detail = branch.change ?? title(ofWorld: branch.request.variant)
    return ComparedRun(
      name: branch.name, detail: detail, model: branch.model, branch: index,
      veiledFrom: veil(of: branch))
  }

  /// Asking for a comparison is asking to see both runs, but for what a question asks about.
  private func veil(of branch: Branch) -> Int? {
    if branch.unveiled { return nil }
    let open = branch.model.questions.filter { questionState($0.value.question).reply == .open }
    guard let first = open.keys.min() else { return nil }
    let veil = max(first, branch.furthest + 1)
    return veil <= branch.model.lastMoment ? veil : nil
  }
}
