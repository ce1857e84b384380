import Guide
import Imports
import Trace
import Wire

extension FuzzProperty {
  /// A HAR is opened as far as it is whole, whatever stands in it, and in pieces as in one; what
  /// comes of it is a trace that can be read and diagnosed.
  static let har = FuzzProperty(
    name: "har",
    seeds: { HARSeeds.all.map { Array($0.utf8) } },
    check: { bytes in
      let whole = outcome { () throws(HARError) in try HARImport.read(bytes, name: "fuzz") }
      for size in [1, 7, 64] {
        let pieces = outcome { () throws(HARError) in
          var rest = bytes[...]
          return try HARImport.read(
            {
              defer { rest = rest.dropFirst(size) }
              return Array(rest.prefix(size))
            }, name: "fuzz")
        }
        try require(pieces == whole, "in pieces of \(size) bytes it reads as \(pieces): \(whole)")
      }
      guard let imported = try? HARImport.read(bytes, name: "fuzz") else { return }
      try sound(imported, bytes)
    })

  /// What is compared of two readings.
  private static func outcome(
    _ read: () throws(HARError) -> HARImport.Imported
  ) -> String {
    do throws(HARError) {
      let imported = try read()
      let damage = imported.report.damage?.description ?? "whole"
      return
        "\(imported.report.entries) entries, \(imported.trace.records.count) records, \(damage)"
    } catch {
      return "refused: \(error)"
    }
  }

  private static func sound(_ imported: HARImport.Imported, _ bytes: [UInt8]) throws(Violation) {
    let trace = imported.trace
    try require(trace.imported == imported.report, "two reports")
    try require(imported.report.entryOfRecord.count == trace.records.count, "records of no entry")
    if let damage = imported.report.damage {
      try require((0...bytes.count).contains(damage.offset), "damage outside of the file")
      try require(damage.line >= 1 && !damage.reason.isEmpty, "damage without place or reason")
    }
    for (index, step) in trace.steps.enumerated() {
      try require(trace.range(ofStep: index).lowerBound == Int(step.first), "steps out of order")
    }
    let names = trace.secrets.map(\.name)
    try require(Set(names).count == names.count, "two secrets of one name")
    for record in trace.records {
      try require(trace.parties.indices.contains(Int(record.party.index)), "nobody's record")
    }
    let covered = trace.beats.reduce(0) { $0 + $1.records.count }
    try require(covered == trace.records.count, "records in no beat")
    _ = StoreStates(trace)
    if let found = Diagnosis.of(trace) {
      try require(!found.evidence.isEmpty, "a diagnosis without evidence")
    }
  }
}

/// Small files of each kind, whole and broken.
enum HARSeeds {
  static let all = [
    file(login), file(chrome), file(safari), file("[]"), file("[null,1,{}]"),
    "{\"log\":{\"entries\":[", "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\"",
    "{\"log\":{}}", "{}", "[]", "", "\u{FEFF}{\"log\":{\"version\":\"1.2\",\"entries\":[]}}",
    "{\"log\":{\"entries\":{}}}", "{\"log\":{\"entries\":[{\"request\":{\"url\":\"\\u12\"}}]}}",
  ]

  private static func file(_ entries: String) -> String {
    "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Firefox\",\"version\":\"140\"},"
      + "\"pages\":[{\"id\":\"p\",\"title\":\"t\"}],\"entries\":\(entries)}}"
  }

  private static let login = """
    [{"startedDateTime":"2026-05-04T10:00:00.000+02:00","time":12.5,
    "request":{"method":"GET","url":"https://idp.test/authorize?response_type=code&client_id=a&state=s1s1\
    &nonce=n1n1&redirect_uri=https%3A%2F%2Fa.test%2Fcb","headers":[{"name":"Cookie","value":"a=b"}],
    "cookies":[{"name":"a","value":"b"}]},
    "response":{"status":302,"headers":[{"name":"Location","value":"https://a.test/cb?code=c1c1c1&state=s1s1"},
    {"name":"Set-Cookie","value":"sid=0123456789abcdef; Path=/; Secure; SameSite=Strict"}],
    "content":{"size":0,"mimeType":"text/html","text":""},"redirectURL":""}},
    {"startedDateTime":"2026-05-04T10:00:00.020+02:00","time":3,
    "request":{"method":"GET","url":"https://a.test/cb?code=c1c1c1&state=s1s1","headers":[]},
    "response":{"status":400,"headers":[],"content":{"size":3,"mimeType":"text/html","text":"bad"}}}]
    """

  private static let chrome = """
    [{"_initiator":{"type":"script","url":"https://a.test/x.js"},"_resourceType":"fetch","_priority":"High",
    "startedDateTime":"2026-05-04T10:00:00.000Z","time":-1,
    "request":{"method":"POST","url":"https://idp.test/token","headers":[{"name":":authority","value":"idp.test"},
    {"name":"content-type","value":"application/x-www-form-urlencoded"}],
    "postData":{"mimeType":"application/x-www-form-urlencoded",
    "text":"grant_type=authorization_code&code=c1c1c1&code_verifier=vvvvvvvv","params":[]}},
    "response":{"status":200,"headers":[],"content":{"size":9,"mimeType":"application/json",
    "encoding":"base64","text":"eyJhY2Nlc3NfdG9rZW4iOiJleUpoYkdjaU9pSnViMjVsSW4wLmV5SnBZWFFpT2pFM01EQXdNREF3TURCOS4ifQ=="}}},
    {"_resourceType":"image","request":{"method":"GET","url":"https://a.test/x.png"},"response":{"status":0,
    "_error":"net::ERR_BLOCKED_BY_CLIENT"}}]
    """

  private static let safari = """
    [{"startedDateTime":"2026-05-04T10:00:00Z","request":{"method":"GET","url":"https://a.test/"},
    "response":{"status":200,"headers":[{"name":"Set-Cookie",
    "value":"a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT, __Host-b=2; Path=/"}],
    "cookies":[{"name":"a","value":"1","expires":"2026-10-21T07:28:00Z","sameSite":"Lax"}],
    "content":{"mimeType":"text/html"}}}]
    """
}
