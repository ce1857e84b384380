import Simulation
import Trace

/// `no-pkce: { set: { defences.pkce: off }, expect: { replay: [status == 200] } }`
enum VariantGrammar {
  static let codec = Codec<[NamedEntry<Variant>]>.entries(variant).map {
    entries, _, reading -> [Variant]? in
    entries.allOrNil { entry in
      guard Identifier.check(entry.key, "variant", reading) else { return nil }
      var variant = entry.value
      variant.name = entry.key.text
      return variant
    }
  }

  private static let variant = Table<Variant>([
    .optional("title", .prose, "what is different, in one line") { $0.title = $1 },
    .required("set", .settings, "settings, as defences.pkce: off") { $0.set = $1 },
    .optional("expect", expect, "steps, each with the predicates that replace its own") {
      $0.expect = $1
    },
  ]).codec({ Variant(name: "", set: [], expect: []) }) { variant, node, reading -> Variant? in
    if variant.set.isEmpty, let set = node["set"], set.entries?.isEmpty ?? set.isNull {
      reading.say(.emptyVariant, set)
    }
    return variant
  }

  /// The predicates stand for the step that is their key.
  private static let expect = Codec<[(step: String, expectations: [Expectation])]>(
    .map(.oneOrList(Codec<Expectation>.inStep.schema))
  ) { node, reading in
    guard let entries = node.entries else {
      reading.say(.expected("a mapping of steps", found: node.kind), node)
      return nil
    }
    let predicates = Codec<[Expectation]>.oneOrList(.inStep)
    return entries.allOrNil { entry in
      guard let step = reading.names.step(named: entry.key.text) else {
        let known = reading.names.stepNames
        reading.say(.unknownName(entry.key.text, "step", among: known), entry.key.range)
        return nil
      }
      if reading.names.steps[step].verb == .repeat {
        reading.say(.repeatedStep(entry.key.text), entry.key.range)
        return nil
      }
      let outer = reading.step
      reading.step = step
      defer { reading.step = outer }
      return predicates.read(entry.value, reading).map { (entry.key.text, $0) }
    }
  }
}
