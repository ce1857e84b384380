import Guide
import Wire

extension AuditReport {
  var json: JSONValue {
    [
      "source": [
        "kind": .string(source.kind.rawValue), "name": .string(source.name),
        "file": source.file.map { .string($0) } ?? .null,
      ],
      "fails": .bool(fails), "answers": .array(answers.map(answer)),
      "silences": .array(
        silences.all.map { silence in
          [
            "rule": .string(silence.rule), "reason": .string(silence.reason),
            "origin": .string(silence.origin),
            "used": .bool(answers.contains { $0.silence == silence }),
          ]
        }),
    ]
  }

  private func answer(_ it: AuditAnswer) -> JSONValue {
    var out: JSONObject = [
      "rule": .string(it.rule.id), "title": .string(it.rule.title),
      "answer": .string(Self.word(it.verdict)),
      "severity": it.severity.map { .string($0.rawValue) } ?? .null,
      "silenced": it.silence.map { .string($0.reason) } ?? .null,
    ]
    switch it.verdict {
    case .found(let sightings): out["sightings"] = .array(sightings.map(sighting))
    case .notFound(let looked): out["looked"] = .integer(looked)
    case .cannotBeSeen(let blindness):
      out["because"] = .string(blindness.why)
      out["needed"] = .string(blindness.needed)
    }
    return .object(out)
  }

  private static func word(_ verdict: AuditAnswer.Verdict) -> String {
    switch verdict {
    case .found: "found"
    case .notFound: "not-found"
    case .cannotBeSeen: "cannot-be-seen"
    }
  }

  private func sighting(_ it: AuditSighting) -> JSONValue {
    [
      "seen": .string(it.seen), "severity": .string(it.severity.rawValue),
      "places": .array(
        it.places.map { place in
          [
            "text": .string(place.text),
            "line": source.line(of: place).map { .integer($0) } ?? .null,
          ]
        }),
    ]
  }
}
