import Ledger
import Wire

/// Judges what the header says of itself: its type, and the extensions that it calls critical.
struct HeaderJudge {
  private let prepared: PreparedPolicy
  private let header: TokenHeader

  init(_ prepared: PreparedPolicy, _ header: TokenHeader) {
    self.prepared = prepared
    self.header = header
  }

  func judge(_ ledger: inout LedgerWriter<TokenCheck>) -> Bool {
    if policy.types == nil {
      ledger.skip(.type, "you expect no type", .moot(shownType))
    } else if !ledger.admits(.type, type) {
      return false
    }
    return ledger.admits(.criticalHeader, criticalHeader)
  }

  /// `typ` without case and without the `application/` that may stand before it (RFC 7515 4.1.9).
  private var type: Finding {
    let expected = (policy.types ?? []).joined(separator: " or ")
    guard let value = header.type else {
      return .fails(expected: expected, actual: "no typ")
    }
    guard let type = value.string else { return .fails(expected: expected, actual: value.kind) }
    let fits = (policy.types ?? []).contains { ASCII.equalFolded(bare($0), bare(type)) }
    return fits ? .holds : .fails(expected: expected, actual: type)
  }

  private func bare(_ type: String) -> Substring {
    let prefix = "application/"
    let rest = type.dropFirst(prefix.count)
    let hasPrefix = ASCII.equalFolded(type.prefix(prefix.count), prefix) && !rest.contains("/")
    return hasPrefix ? rest : type[...]
  }

  /// `crit` names extensions that must be understood (RFC 7515 4.1.11); the one that is, `b64`,
  /// is not for JWTs (RFC 7797 7).
  private var criticalHeader: Finding {
    guard let value = header.critical else {
      // b64 changes what is signed, and counts only where crit names it (RFC 7797 6).
      guard header.isEncoded == nil else {
        return .fails(expected: "crit with b64", actual: "b64 without crit")
      }
      return .holds
    }
    guard let names = value.array?.map(\.string), !names.isEmpty, !names.contains(nil) else {
      return .fails(expected: "a list of header names", actual: value.text())
    }
    for name in names.compactMap({ $0 }) {
      guard let reason = misunderstood(name) else { continue }
      return .fails(
        expected: "no critical header but those understood", actual: "\"\(name)\" \(reason)")
    }
    guard !header.unprotectedNames.contains("crit") else {
      return .fails(expected: "crit in the protected header", actual: "crit unprotected")
    }
    return Set(names.map { Array(($0 ?? "").utf8) }).count == names.count
      ? .holds : .fails(expected: "each name once", actual: value.text())
  }

  /// What the caller understands has to be there (RFC 7515 4.1.11). Of itself the verifier
  /// understands `b64` alone, and `false` not in a JWT (RFC 7797 7).
  private func misunderstood(_ name: String) -> String? {
    if policy.understood.contains(where: { $0.hasSameBytes(as: name) }) {
      guard header.object[name] != nil else { return "in crit, and no \(name)" }
      return header.unprotectedNames.contains(name) ? "unprotected" : nil
    }
    guard name.hasSameBytes(as: "b64") else { return "in crit" }
    guard let isEncoded = header.isEncoded?.bool else { return "in crit, and no b64" }
    guard !header.unprotectedNames.contains("b64") else { return "unprotected" }
    return isEncoded || policy.payload == .anything ? nil : "false in a JWT"
  }

  private var shownType: String {
    guard let type = header.type else { return "the token has no typ" }
    return type.string == "JWT" ? "typ is JWT" : "typ is \(type.text())"
  }

  private var policy: VerificationPolicy { _read { yield prepared.policy } }
}
