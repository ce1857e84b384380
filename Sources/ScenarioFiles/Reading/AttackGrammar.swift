import Ledger
import Simulation
import Trace

/// `attack: { baseline: VARIANT, stopped-by: [{ defence: pkce, check: verifier-matches }] }`
enum AttackGrammar {
  private struct Stopper {
    var defence: Vocabulary.Defence?
    var level: String?
    var check: CheckID?
  }

  static let codec = table.codec({ AttackSpec(baseline: nil, stoppedBy: []) }) {
    attack, node, reading -> AttackSpec? in
    let saysStoppers = node["stopped-by"] != nil
    if attack.residual, saysStoppers {
      reading.say(.residualButStopped, node["stopped-by"] ?? node)
    }
    if !attack.residual, !saysStoppers, node.entries != nil { reading.say(.neverStopped, node) }
    return attack
  }

  private static let table = Table<AttackSpec>([
    .optional(
      "baseline", .known("variant") { $0.names.variants },
      "the variant in which the attack succeeds; without it, the scenario as it stands"
    ) { $0.baseline = $1 },
    .optional("stopped-by", .list(stopper), "each stops it alone, from the baseline") {
      $0.stoppedBy = $1
    },
    .optional("residual", .boolean, "true: it succeeds under every defence") { $0.residual = $1 },
  ])

  private static let stopper = Table<Stopper>([
    .required("defence", defence, "the defence that is added to the baseline") {
      $0.defence = $1
    },
    .optional("level", .text, "its level; without it, the strictest") { $0.level = $1 },
    .optional("check", check, "the check at which it fails then; none where the browser does") {
      $0.check = $1
    },
  ]).codec({ Stopper() }) { stopper, node, reading -> AttackSpec.Stopper? in
    guard let defence = stopper.defence else { return nil }
    if let level = stopper.level, !defence.levels.contains(level) {
      reading.say(
        .unknownLevel(level, of: defence.id.text, among: defence.levels), node["level"] ?? node)
    }
    return AttackSpec.Stopper(defence: defence.id, level: stopper.level, check: stopper.check)
  }

  private static let defence = Codec<Vocabulary.Defence>(.defence) { node, reading in
    let known = reading.vocabulary.defences.map(\.id.text)
    return Codec<String>.known("defence") { _ in known }.read(node, reading)
      .flatMap { reading.vocabulary.defence(named: $0) }
  }

  private static let check = Codec<CheckID>(.check) { node, reading in
    let known = reading.vocabulary.checks.map(\.text)
    return Codec<String>.known("check") { _ in known }.read(node, reading).map { CheckID($0) }
  }
}
