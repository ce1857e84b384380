import CellUI
import Tokens

extension BenchState {
  /// What the field of a row begins with.
  func policyText(_ row: PolicyRow) -> String {
    switch row {
    case .algorithms:
      if case .pinned(let list)? = model.judgement.rule {
        return list.map(\.name).joined(separator: ", ")
      }
      return ""
    case .issuer: return policy.issuer ?? ""
    case .audience:
      return policy.takesAnyAudience ? "any" : policy.audience.joined(separator: ", ")
    case .type: return policy.types.joined(separator: ", ")
    case .leeway: return String(policy.leeway)
    case .clock: return CalendarDate(secondsSince1970: Int64(policy.clock.seconds)).text
    case .key, .expiry, .shortKeys: return ""
    }
  }

  /// Takes what was typed for a row of the policy; empty is "any".
  mutating func setPolicy(_ row: PolicyRow, _ typed: String) -> EditResult {
    var changed = policy
    switch row {
    case .algorithms:
      switch Self.algorithms(typed) {
      case .success(let list):
        changed.rule = list.isEmpty ? .undecided : .pinned(list)
        // Who names algorithms asks for a signature, whatever a server left out.
        for check in TokenCheck.ofSignature { changed.waived[check.id] = nil }
        changed.embeddedKey = .ignored
      case .failure(let error): return .failure(error)
      }
    case .issuer: changed.issuer = typed.isEmpty ? nil : typed
    case .audience:
      changed.waived[TokenCheck.audience.id] = nil
      changed.takesAnyAudience = typed == "any" || typed == "*"
      changed.audience = changed.takesAnyAudience ? [] : typed.items
    case .type: changed.types = typed.items
    case .leeway:
      guard let seconds = Int(typed.isEmpty ? "0" : typed), (0...86_400).contains(seconds) else {
        return .failure(TokenEditError("Leeway is a number of seconds, at most 86400."))
      }
      changed.leeway = seconds
    case .clock:
      guard let seconds = EditedValue.seconds(typed, now: policy.clock.seconds) else {
        return .failure(
          TokenEditError("A date (2026-01-31T12:00:00Z), seconds, or a distance: +15m, -1d."))
      }
      changed.clock = .chosen(seconds)
    case .key, .expiry, .shortKeys: return .success("")
    }
    guard changed != policy else { return .success("") }
    change(policy: changed, "your \(row.title) changed")
    return .success("")
  }

  /// The algorithms of a list; a name that is none is refused, with the nearest that is one.
  private static func algorithms(
    _ typed: String
  ) -> Result<[SignatureAlgorithm], TokenEditError> {
    var out: [SignatureAlgorithm] = []
    for name in typed.items {
      guard let algorithm = SignatureAlgorithm(name: name) else {
        if let meant = SignatureAlgorithm(folding: name) {
          return .failure(TokenEditError("\(name) is no name; did you mean \(meant.name)?"))
        }
        let all = SignatureAlgorithm.allCases.map(\.name).joined(separator: " ")
        return .failure(TokenEditError("There is no algorithm \(name). There are \(all)."))
      }
      if !out.contains(algorithm) { out.append(algorithm) }
    }
    return .success(out)
  }

  /// Switches a row that has two states; says why another has not.
  mutating func toggle() -> String? {
    var changed = policy
    switch selectedPolicy {
    case .expiry:
      changed.waived[TokenCheck.notExpired.id] = nil
      changed.requiresExpiry.toggle()
    case .shortKeys: changed.allowsShortKeys.toggle()
    case .algorithms, .key, .issuer, .audience, .type, .leeway, .clock:
      return "\(press(.edit)) edits this row."
    case nil:
      return "\(press(.toggle)) switches a row of the policy: \(press(.policy)) goes there."
    }
    change(policy: changed, "your \(selectedPolicy?.title ?? "policy") changed")
    return nil
  }
}
