import Foundation
import Testing
import Wire

/// What SARIF 2.1.0 asks of a log, of the parts that this program writes.
private struct SARIFShape {
  private(set) var faults: [String] = []

  private static let members: [String: Set<String>] = [
    "log": ["$schema", "version", "runs"],
    "run": ["tool", "columnKind", "results", "artifacts", "invocations"],
    "driver": ["name", "version", "semanticVersion", "rules"],
    "rule": [
      "id", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration",
      "properties",
    ],
    "result": [
      "ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "suppressions",
    ],
    "location": ["physicalLocation", "logicalLocations"],
    "physicalLocation": ["artifactLocation", "region"],
    "region": ["startLine", "startColumn", "endColumn"],
    "logicalLocation": ["name", "kind"],
    "suppression": ["kind", "status", "justification"],
    "invocation": [
      "executionSuccessful", "exitCode", "exitCodeDescription", "toolExecutionNotifications",
    ],
    "notification": ["descriptor", "associatedRule", "level", "message"],
  ]

  private mutating func check(_ isSo: Bool, _ words: String) { if !isSo { faults.append(words) } }

  private mutating func names(_ value: JSONValue?, _ kind: String) {
    let known = Self.members[kind] ?? []
    for name in value?.object?.names ?? [] { check(known.contains(name), "\(name) in \(kind)") }
  }

  mutating func judge(_ log: JSONValue) {
    names(log, "log")
    check(log["version"]?.string == "2.1.0", "version")
    let run = log["runs"]?.array?.first
    names(run, "run")
    check(run?["columnKind"]?.string == "unicodeCodePoints", "columnKind")
    let driver = run?["tool"]?["driver"]
    names(driver, "driver")
    let rules = driver?["rules"]?.array ?? []
    for it in rules { rule(it) }
    let ids = rules.compactMap { $0["id"]?.string }
    check(Set(ids).count == rules.count, "rules are unique")
    for it in run?["results"]?.array ?? [] { result(it, ids) }
    for it in run?["invocations"]?.array ?? [] { invocation(it, ids) }
    for it in run?["artifacts"]?.array ?? [] { uri(it["location"]?["uri"]) }
  }

  private mutating func rule(_ it: JSONValue) {
    names(it, "rule")
    if let level = it["defaultConfiguration"]?["level"] { self.level(level) }
    for text in ["shortDescription", "fullDescription", "help"] {
      if let value = it[text] { check(value["text"]?.string?.isEmpty == false, text) }
    }
  }

  private mutating func level(_ value: JSONValue?) {
    check(["error", "warning", "note"].contains(value?.string ?? ""), "level")
  }

  private mutating func result(_ it: JSONValue, _ ids: [String]) {
    names(it, "result")
    level(it["level"])
    check(it["message"]?["text"]?.string?.isEmpty == false, "message")
    let index = it["ruleIndex"]?.integer.map { Int($0) } ?? -1
    check(ids.indices.contains(index) && ids[index] == it["ruleId"]?.string, "ruleIndex")
    check((it["locations"]?.array ?? []).count <= 1, "one place to mend")
    for place in (it["locations"]?.array ?? []) + (it["relatedLocations"]?.array ?? []) {
      location(place)
    }
    for suppression in it["suppressions"]?.array ?? [] {
      names(suppression, "suppression")
      check(["inSource", "external"].contains(suppression["kind"]?.string ?? ""), "kind")
      check(suppression["justification"]?.string?.isEmpty == false, "justification")
    }
  }

  private mutating func location(_ it: JSONValue) {
    names(it, "location")
    if let physical = it["physicalLocation"] {
      names(physical, "physicalLocation")
      uri(physical["artifactLocation"]?["uri"])
      if let region = physical["region"] {
        names(region, "region")
        check((region["startLine"]?.integer ?? 0) > 0, "startLine")
        let columns = (region["startColumn"]?.integer, region["endColumn"]?.integer)
        if let start = columns.0, let end = columns.1 {
          check(start >= 1 && end > start, "columns")
        }
      }
    }
    for logical in it["logicalLocations"]?.array ?? [] { names(logical, "logicalLocation") }
  }

  private mutating func uri(_ value: JSONValue?) {
    let text = value?.string ?? " "
    check(!text.isEmpty && !text.contains(" ") && URL(string: text) != nil, "uri \(text)")
  }

  private mutating func invocation(_ it: JSONValue, _ ids: [String]) {
    names(it, "invocation")
    check(it["executionSuccessful"]?.bool != nil, "executionSuccessful")
    for note in it["toolExecutionNotifications"]?.array ?? [] {
      names(note, "notification")
      check(note["message"]?["text"]?.string?.isEmpty == false, "message")
      check(ids.contains(note["associatedRule"]?["id"]?.string ?? ""), "associatedRule")
    }
  }
}

/// The public schemas, where they are installed: of SARIF where `AUTHSCOPE_SARIF_SCHEMA` names the
/// file, of HAR in Debian's node-har-schema.
private enum PublicSchema {
  static let har = "/usr/share/nodejs/har-schema/lib"
  static let sarif = ProcessInfo.processInfo.environment["AUTHSCOPE_SARIF_SCHEMA"]

  private static let script = """
    import json, os, sys
    import jsonschema
    schema, document = sys.argv[1], json.load(open(sys.argv[2]))
    if os.path.isdir(schema):
        names = [n for n in os.listdir(schema) if n.endswith('.json')]
        store = {n: json.load(open(os.path.join(schema, n))) for n in names}
        root = store['har.json']
        store.update({s['$id']: s for s in list(store.values()) if '$id' in s})
    else:
        root = json.load(open(schema)); store = {}
    resolver = jsonschema.RefResolver.from_schema(root, store=store)
    kind = jsonschema.validators.validator_for(root)
    for error in list(kind(root, resolver=resolver).iter_errors(document))[:5]:
        print('/'.join(map(str, error.absolute_path)), error.message[:200])
    """

  /// Every member's name against the object model that OASIS generates from its schema (sarif-om).
  private static let names = """
    import json, sys
    import attr, sarif_om
    faults = []
    def of(kind): return {a.metadata['schema_property_name'] for a in attr.fields(kind)}
    def check(value, kind):
        faults.extend(kind.__name__ + ' ' + n for n in set(value) - of(kind))
    log = json.load(open(sys.argv[1]))
    check(log, sarif_om.SarifLog)
    for run in log['runs']:
        check(run, sarif_om.Run)
        check(run['tool']['driver'], sarif_om.ToolComponent)
        for it in run['tool']['driver']['rules']: check(it, sarif_om.ReportingDescriptor)
        for it in run['results']:
            check(it, sarif_om.Result)
            for s in it.get('suppressions', []): check(s, sarif_om.Suppression)
            for place in it['locations'] + it.get('relatedLocations', []):
                check(place, sarif_om.Location)
                check(place.get('physicalLocation', {}), sarif_om.PhysicalLocation)
                check(place.get('physicalLocation', {}).get('region', {}), sarif_om.Region)
                for l in place.get('logicalLocations', []): check(l, sarif_om.LogicalLocation)
        for it in run.get('invocations', []):
            check(it, sarif_om.Invocation)
            for n in it.get('toolExecutionNotifications', []):
                check(n, sarif_om.Notification)
                check(n['associatedRule'], sarif_om.ReportingDescriptorReference)
        for it in run.get('artifacts', []): check(it, sarif_om.Artifact)
    print('\\n'.join(faults), end='')
    """

  /// The faults; nil where there is no Python with jsonschema.
  static func faults(of document: String, by schema: String) throws -> String? {
    try output(of: [script, schema, document])
  }

  /// Names that SARIF does not know; nil where there is no Python with sarif-om.
  static func unknownNames(in document: String) throws -> String? {
    try output(of: [names, document])
  }

  private static func output(of arguments: [String]) throws -> String? {
    let named = ProcessInfo.processInfo.environment["AUTHSCOPE_PYTHON"]
    for python in named.map({ [$0] }) ?? ["python3", "/usr/bin/python3"] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [python, "-W", "ignore", "-c"] + arguments
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      if process.terminationStatus == 0 { return String(decoding: data, as: UTF8.self) }
    }
    return nil
  }
}

@Suite struct `SARIF` {
  /// A run, a header, a file with lines, a silence, and two that check writes.
  private static func logs(_ scratch: Scratch) throws -> [String] {
    let har = scratch.url.appending(path: "a b.har").path
    _ = try Program.run(
      "export", "oauth/link-csrf", "--variant", "no-state", "--to", "har", "--reveal", "-o", har)
    let broken = try scratch.file("broken.yaml", "authscope: 1\nsead: 7\n")
    return try [
      ["audit", "session/csrf#lax-and-get", "--format", "sarif"],
      ["audit", "Set-Cookie: sid=1", "--format", "sarif", "--ignore", "cookie-scope=ours"],
      ["audit", har, "--format", "sarif"],
      ["check", broken, "--format", "sarif"],
      ["check", "session/login", "--format", "sarif"],
    ].map { try Program.run($0).output }
  }

  @Test func `is whole: rules, results, places, suppressions, notifications`() throws {
    let scratch = try Scratch()
    for log in try Self.logs(scratch) {
      var shape = SARIFShape()
      shape.judge(try JSONValue.parse(log))
      #expect(shape.faults.isEmpty, "\(shape.faults.prefix(5))")
    }
  }

  @Test func `names step and party, the line of the file, and the reason of a silence`() throws {
    let scratch = try Scratch()
    let logs = try Self.logs(scratch).map { try JSONValue.parse($0)["runs"]?.array?.first }
    let run = try #require(
      logs[0]?["results"]?.array?.first { $0["ruleId"]?.string == "csrf-defence" })
    let place = try #require(run["locations"]?.array?.first)
    let physical = try #require(place["physicalLocation"])
    #expect(physical["artifactLocation"]?["uri"]?.string == "scenarios/session/csrf.yaml")
    let line = Int(try #require(physical["region"]?["startLine"]?.integer))
    let text = try String(
      contentsOfFile: Program.scenarios + "/session/csrf.yaml", encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1].contains("own"))
    #expect(
      place["logicalLocations"]?.array?.compactMap { $0["name"]?.string } == ["own/2", "shop"])

    let silenced = logs[1]?["results"]?.array?.first { $0["ruleId"]?.string == "cookie-scope" }
    #expect(silenced?["suppressions"]?.array?.first?["justification"]?.string == "ours")

    let entry = logs[2]?["results"]?.array?.first { $0["ruleId"]?.string == "K7-state" }
    let file = entry?["locations"]?.array?.first?["physicalLocation"]
    #expect(file?["artifactLocation"]?["uri"]?.string?.hasSuffix("a%20b.har") == true)
    let start = Int(file?["region"]?["startLine"]?.integer ?? 0)
    let har = try String(contentsOf: scratch.url.appending(path: "a b.har"), encoding: .utf8)
    let lines = har.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[start - 1].contains("{") && lines[start].contains("pageref"))
  }

  @Test func `finds the line of a step in a saved run`() throws {
    let scratch = try Scratch()
    let path = scratch.url.appending(path: "a.run").path
    _ = try Program.run(
      "run", "session/xss-theft", "--variant", "readable-cookie", "--save", path)
    let log = try JSONValue.parse(Program.run("audit", path, "--format", "sarif").output)
    let result = log["runs"]?.array?.first?["results"]?.array?.first {
      $0["ruleId"]?.string == "K5-cookie-http-only"
    }
    let place = result?["locations"]?.array?.first
    let line = Int(place?["physicalLocation"]?["region"]?["startLine"]?.integer ?? 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    try #require(lines.indices.contains(line - 1))
    #expect(lines[line - 1].contains("\"login\""), "\(lines[line - 1].prefix(200))")
  }

  @Test func `of check has the mistake at its place`() throws {
    let scratch = try Scratch()
    let run = try JSONValue.parse(Self.logs(scratch)[3])["runs"]?.array?.first
    let result = try #require(
      run?["results"]?.array?.first { $0["ruleId"]?.string == "unknown-key" })
    #expect(result["message"]?["text"]?.string == "sead is no key here; did you mean seed?")
    let region = result["locations"]?.array?.first?["physicalLocation"]?["region"]
    #expect(region?["startLine"]?.integer == 2)
    #expect(region?["startColumn"]?.integer == 1)
    #expect(region?["endColumn"]?.integer == 5)
    #expect(run?["invocations"]?.array?.first?["exitCode"]?.integer == 2)
  }

  @Test func `uses the names of its object model`() throws {
    let scratch = try Scratch()
    for log in try Self.logs(scratch) {
      guard let names = try PublicSchema.unknownNames(in: scratch.file("log.sarif", log)) else {
        print("skipped: no Python with sarif-om")
        return
      }
      // The model is of a draft, which called a suppression's status its state (now 3.35.3).
      #expect(names.isEmpty || names == "Suppression status")
    }
    let odd = try scratch.file(
      "odd.sarif", Self.logs(scratch)[1].replacing("ruleIndex", with: "rulesIndex"))
    #expect(try PublicSchema.unknownNames(in: odd)?.contains("Result rulesIndex") == true)
  }

  @Test func `and HAR are valid by the public schemas`() throws {
    let scratch = try Scratch()
    if let schema = PublicSchema.sarif {
      for log in try Self.logs(scratch) {
        let file = try scratch.file("log.sarif", log)
        let faults = try PublicSchema.faults(of: file, by: schema)
        #expect(faults ?? "" == "")
        if faults == nil { print("skipped: no Python with jsonschema") }
      }
    } else {
      print("skipped: AUTHSCOPE_SARIF_SCHEMA names no schema of SARIF 2.1.0")
    }
    guard FileManager.default.fileExists(atPath: PublicSchema.har) else {
      print("skipped: no schema of HAR (Debian: node-har-schema)")
      return
    }
    for scenario in ["oauth/code-flow", "session/login", "oauth/spa-and-bff", "oauth/outage"] {
      let har = try scratch.file(
        "a.har", Program.run("export", scenario, "--to", "har").output)
      let faults = try PublicSchema.faults(of: har, by: PublicSchema.har)
      #expect(faults ?? "" == "", "\(scenario)")
      let broken = try scratch.file(
        "b.har",
        String(contentsOfFile: har, encoding: .utf8).replacing("startedDateTime", with: "x"))
      #expect(try PublicSchema.faults(of: broken, by: PublicSchema.har) != "", "it sees nothing")
      if faults == nil { print("skipped: no Python with jsonschema") }
    }
  }
}
