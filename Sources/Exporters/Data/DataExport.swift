import Ledger
import Trace
import Wire

/// A run as JSON: parties, defences, and each step with what happened in it. docs/json.md has the
/// shape.
enum DataExport {
  static func text(_ document: RunDocument) -> String {
    let trace = document.trace
    let value: JSONObject = [
      "scenario": .string(trace.identity.scenario), "title": .string(trace.identity.title),
      "variant": trace.identity.variant.map { .string($0) } ?? .null,
      "seed": .string(String(trace.identity.seed)),
      "settings": .array(trace.identity.settings.map { .string($0) }),
      "verdict": .string(trace.verdict.rawValue),
      "parties": .array(trace.parties.map(party)),
      "defences": .array(
        trace.defences.map {
          [
            "id": .string($0.id.text), "title": .string($0.title), "level": .string($0.level),
            "levels": .array($0.levels.map { .string($0) }),
          ]
        }),
      "steps": .array(trace.steps.indices.map { step($0, document) }),
    ]
    return JSONValue.object(value).prettyText() + "\n"
  }

  private static func party(_ party: Party) -> JSONValue {
    [
      "name": .string(party.name), "title": .string(party.title),
      "kind": .string(party.kind.rawValue),
      "origin": party.origin.map { .string($0) } ?? .null,
      "instances": .integer(Int64(party.instances)),
    ]
  }

  private static func step(_ index: Int, _ document: RunDocument) -> JSONValue {
    let trace = document.trace
    let events = trace.records(ofStep: index).compactMap { event($0, document) }
    return [
      "id": .string(trace.steps[index].id.description),
      "time": .string(CalendarTime(trace.steps[index].time).text),
      "explanation": .array(document.explanation(ofStep: index).map { .string($0) }),
      "events": .array(events),
    ]
  }

  private static func event(_ record: Record, _ document: RunDocument) -> JSONValue? {
    guard let (kind, members) = content(record.event, document) else { return nil }
    var out: JSONObject = [
      "event": .string(kind),
      "party": .string(document.trace.name(of: record.party, instance: record.instance)),
      "path": .string(record.path.description),
    ]
    for member in members.members { out[member.name] = member.value }
    return .object(out)
  }

  private static func content(
    _ event: Event, _ document: RunDocument
  ) -> (String, JSONObject)? {
    let trace = document.trace
    switch event {
    case .sent(let it):
      let request = document.shown(it.request)
      return (
        "request",
        [
          "to": .string(trace.name(of: it.to, instance: it.instance)),
          "method": .string(request.method), "url": .string(request.url.text),
          "headers": headers(request.headers), "body": .string(request.body),
          "tampered": .bool(it.original != nil),
        ]
      )
    case .received(let it):
      let response = document.shown(it.response)
      return (
        "response",
        [
          "to": .string(document.party(it.to).name), "status": .integer(Int64(response.status)),
          "headers": headers(response.headers), "body": .string(response.body),
          "tampered": .bool(it.original != nil),
        ]
      )
    case .ledger(let it):
      return (
        "checks",
        ["endpoint": .string(it.endpoint), "rows": .array(it.rows.map { row($0, document) })]
      )
    case .storeRead(let it):
      return (
        "read",
        [
          "store": .string(trace.label(of: it.store)), "key": .string(trace.label(of: it.key)),
          "row": row(it.row, document),
        ]
      )
    case .storeChanged(let it):
      return (
        "change",
        [
          "store": .string(trace.label(of: it.store)), "key": .string(trace.label(of: it.key)),
          "before": row(it.before, document), "after": row(it.after, document),
        ]
      )
    case .omitted(let it):
      return (
        "omitted",
        [
          "defence": .string(it.defence.text), "behaviour": .string(it.behaviour),
          "effect": .string(it.effect),
        ]
      )
    case .cookie(let it):
      return (
        "cookie",
        [
          "name": .string(it.name), "fate": .string(it.fate.rawValue), "host": .string(it.host),
          "reason": .string(it.reason),
        ]
      )
    case .navigated(let it): return ("navigation", ["url": .string(document.shown(it.url))])
    case .clockMoved(let span): return ("clock", ["passed": .string(span.text)])
    case .minted(let id): return ("minted", ["secret": .string(trace.secret(id).name)])
    case .act(let it):
      return (
        "attack", ["kind": .string(it.kind.rawValue), "text": .string(document.shown(it.text))]
      )
    case .settingChanged(let text): return ("setting", ["text": .string(text)])
    case .note(let text): return ("note", ["text": .string(document.shown(text))])
    case .unapplied(let text): return ("unapplied", ["text": .string(document.shown(text))])
    case .crypto(let it):
      return (
        "crypto",
        ["operation": .string(it.operation.rawValue), "algorithm": .string(it.algorithm)]
      )
    case .browserStorage(let it):
      return (
        "storage",
        ["origin": .string(it.origin), "key": .string(it.key), "wrote": .bool(it.wrote)]
      )
    }
  }

  private static func headers(_ headers: Headers) -> JSONValue {
    .array(headers.fields.map { ["name": .string($0.name), "value": .string($0.value)] })
  }

  private static func row(_ row: LedgerRow, _ document: RunDocument) -> JSONValue {
    let (word, detail) = OutcomeWords.of(row.outcome)
    return [
      "id": .string(row.check.id.text), "title": .string(row.check.title),
      "outcome": .string(word), "detail": .string(document.shown(detail)),
      "reference": .string(row.check.reference),
    ]
  }

  private static func row(_ row: Row?, _ document: RunDocument) -> JSONValue {
    guard let row else { return .null }
    return .object(
      JSONObject(row.map { JSONMember($0.name, .string(document.shown($0.value))) }))
  }
}
