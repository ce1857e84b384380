import Trace
import Wire

/// The entries of a file that matter, as they are read, and the count of those that do not.
struct EntryCollection {
  private var exchanges: [ImportedExchange] = []
  private var last: Instant?
  private(set) var count = 0
  private var folded = 0
  private var unreadable: [Int] = []
  private var bodiesLeftOut = 0

  mutating func take(_ entry: HAREntry, number: Int, writer: ImportReport.Writer) {
    count += 1
    guard entry.isReadable else {
      unreadable.append(number)
      return
    }
    if entry.isFolded || !Self.isWeb(entry.url) {
      folded += 1
      return
    }
    if entry.hasBody, entry.responseBody == nil { bodiesLeftOut += 1 }
    // Without a time of its own it came when the one before it came.
    let began = entry.started.map { Instant(milliseconds: $0) } ?? last ?? Instant(milliseconds: 0)
    last = began
    let exchange = ImportedExchange(entry, number: number, began: began, writer: writer)
    if let exchange { exchanges.append(exchange) } else { unreadable.append(number) }
  }

  /// What goes over a network, unlike `data:` and the pages of extensions.
  private static func isWeb(_ url: String) -> Bool {
    ["https:", "http:", "wss:", "ws:"].contains { ASCII.hasPrefixFolded(url, $0) }
  }

  mutating func imported(_ reader: HARReader, name: String) -> HARImport.Imported {
    var report = ImportReport()
    let program = [reader.creator, reader.creatorVersion].filter { !$0.isEmpty }
      .joined(separator: " ")
    report.creator = [program, reader.browser].filter { !$0.isEmpty }.joined(separator: ", ")
    report.writer = reader.writer
    report.entries = count
    report.folded = folded
    report.bodiesLeftOut = bodiesLeftOut
    if let damage = reader.damage {
      report.damage = ImportDamage(
        entry: damage.entry, offset: damage.stop.offset, line: damage.stop.line,
        reason: damage.stop.reason, isPartRead: damage.entry.map { $0 <= count } ?? false)
    }
    exchanges.sort { ($0.began, $0.entry) < ($1.began, $1.entry) }
    var builder = TraceBuilder(
      exchanges, report, name: name, title: reader.pages.values.first { !$0.isEmpty })
    let trace = builder.trace(unreadable: unreadable.sorted())
    return HARImport.Imported(trace: trace, report: builder.report)
  }
}

extension ImportReport.Writer {
  init(creator: String, browser: String) {
    let name = ASCII.lowercased(creator + " " + browser)
    let words: [(String, ImportReport.Writer)] = [
      ("authscope", .authscope), ("mitmproxy", .mitmproxy), ("firefox", .firefox),
      ("webkit", .safari), ("safari", .safari), ("webinspector", .chrome), ("chrome", .chrome),
    ]
    self = words.first { ByteSearch.first($0.0, in: name) != nil }?.1 ?? .other
  }
}
