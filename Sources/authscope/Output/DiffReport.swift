import Trace
import Wire

/// Two runs and all that differs between them, as JSON.
struct DiffReport {
  private let left: NamedRun
  private let right: NamedRun
  private let difference: TraceDifference
  private let numbers: (a: [Int], b: [Int])

  init(_ left: NamedRun, _ right: NamedRun, _ lockStep: LockStep) {
    self.left = left
    self.right = right
    difference = lockStep.difference
    numbers = (Self.numbers(left.trace.beats), Self.numbers(right.trace.beats))
  }

  var json: JSONValue {
    var firsts = JSONObject()
    for area in DifferenceArea.allCases {
      firsts[area.rawValue] = difference.first(area).map(json) ?? .null
    }
    return [
      "alike": .bool(difference.isEmpty),
      "a": json(left), "b": json(right),
      "first": difference.first.map(json) ?? .null,
      "first_by_area": .object(firsts),
      "differences": .array(difference.all.map(json)),
    ]
  }

  /// The number of each beat's message as it is shown; a question has that of the one after it.
  private static func numbers(_ beats: Beats) -> [Int] {
    var number = 1
    return beats.map { beat in
      defer { if beat.kind != .question { number += 1 } }
      return number
    }
  }

  private func json(_ run: NamedRun) -> JSONValue {
    let identity = run.trace.identity
    let total = Costs(run.trace.beats).total
    var cost = JSONObject()
    for field in CostField.allCases { cost[field.rawValue] = .integer(Int64(total[field])) }
    return [
      "source": .string(run.name), "scenario": .string(identity.scenario),
      "variant": identity.variant.map { .string($0) } ?? .null,
      "seed": .integer(Int64(clamping: identity.seed)),
      "settings": .array(identity.settings.map { .string($0) }),
      "messages": .integer(Int64(run.trace.beats.count { $0.kind != .question })),
      "verdict": .string(run.trace.verdict.rawValue), "cost": .object(cost),
    ]
  }

  private func json(_ difference: Difference) -> JSONValue {
    [
      "area": .string(difference.area.rawValue),
      "address": .string(difference.address.description),
      "a": message(difference.here, numbers.a), "b": message(difference.there, numbers.b),
      "words": .string(difference.words),
      "fields": .array(
        difference.fields.map { field in
          [
            "name": .string(field.name), "a": field.here.map { .string($0) } ?? .null,
            "b": field.there.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }

  private func message(_ beat: Int?, _ numbers: [Int]) -> JSONValue {
    guard let beat, numbers.indices.contains(beat) else { return .null }
    return .integer(Int64(numbers[beat]))
  }
}
