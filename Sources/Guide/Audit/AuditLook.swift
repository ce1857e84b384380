/// A place in a source where something was seen.
package struct AuditPlace: Hashable, Sendable {
  /// The record of the trace; nil where the source is no trace, or it is about the run as a whole.
  package let record: Int?
  /// "login/2, app".
  package let text: String

  package init(record: Int?, text: String) {
    self.record = record
    self.text = text
  }
}

/// Something that a rule does not like: what was seen, and everywhere that it was.
package struct AuditSighting: Hashable, Sendable {
  /// What was seen, one clause without a full stop, without any secret.
  package let seen: String
  package let severity: AuditSeverity
  package internal(set) var places: [AuditPlace]
}

/// What a rule saw when it looked.
struct AuditLook {
  struct Hit {
    let seen: String
    let place: AuditPlace
    /// Where this one weighs more or less than the rule says.
    var severity: AuditSeverity?
  }

  /// How many things of the rule's subject there were to look at.
  var subjects = 0
  var hits: [Hit] = []
  /// Why what was there does not settle it.
  var gap: AuditRule.Blindness?

  mutating func hit(_ seen: String, at place: AuditPlace, _ severity: AuditSeverity? = nil) {
    hits.append(Hit(seen: seen, place: place, severity: severity))
  }

  mutating func add(_ other: AuditLook) {
    subjects += other.subjects
    hits += other.hits
    gap = gap ?? other.gap
  }

  private struct Sentence: Hashable {
    let seen: String
    let severity: AuditSeverity
  }

  /// Equal sentences together, heaviest first, else in the order in which they were seen.
  func sightings(of rule: AuditRule) -> [AuditSighting] {
    var out: [AuditSighting] = []
    var indices: [Sentence: Int] = [:]
    var placed: [Set<AuditPlace>] = []
    for hit in hits {
      let sentence = Sentence(seen: hit.seen, severity: hit.severity ?? rule.severity)
      let index = indices[sentence] ?? out.count
      if index == out.count {
        indices[sentence] = index
        placed.append([])
        out.append(AuditSighting(seen: hit.seen, severity: sentence.severity, places: []))
      }
      if placed[index].insert(hit.place).inserted { out[index].places.append(hit.place) }
    }
    return out.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
  }
}
