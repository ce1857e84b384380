/// The order of keys, changed lightly: the top of a file as its table has it, in steps the id and
/// the verb first. All else stays where it is.
enum KeyOrder {
  static func ordered(_ top: [FormatItem]) -> [FormatItem] {
    let keys = top.compactMap(\.key?.text)
    if let steps = top.first(where: { $0.key?.text == "steps" }) { orderSteps(steps) }
    // A course has an order of its own, and so has a file without steps.
    let table = keys.contains("groups") ? [] : ScenarioGrammar.scenario.properties.map(\.key)
    return sorted(top, by: table)
  }

  private static func orderSteps(_ steps: FormatItem) {
    for step in steps.children {
      let verb = step.children.lazy.compactMap(\.key?.text).first(where: isVerb)
      step.children = sorted(step.children, by: ["id", verb ?? "id"])
      // What stands above the first key stands above the dash.
      if let first = step.children.first {
        step.leading += first.leading
        first.leading = []
      }
      for inner in step.children where inner.key?.text == "steps" { orderSteps(inner) }
    }
  }

  private static func isVerb(_ key: String) -> Bool { VerbGrammar.verbs.contains(key) }

  private static func sorted(_ items: [FormatItem], by order: [String]) -> [FormatItem] {
    let places = items.enumerated().map { index, item in
      let place = item.key.flatMap { order.firstIndex(of: $0.text) } ?? order.count
      return (item: item, place: place, index: index)
    }
    let sorted = places.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.item)
    // What ended them all ends them still.
    if let before = items.last, let last = sorted.last, before !== last {
      last.footers += before.footers
      before.footers = []
    }
    return sorted
  }
}
