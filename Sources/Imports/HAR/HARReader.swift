import Trace
import Wire

/// Goes through a HAR from its first to its last byte, an entry at a time (HAR 1.2).
struct HARReader {
  private var feed: HARFeed
  private(set) var creator = ""
  private(set) var creatorVersion = ""
  private(set) var browser = ""
  /// The titles of the pages, by id.
  private(set) var pages: [String: String] = [:]
  private(set) var entries = 0
  private(set) var hasLog = false
  private(set) var hasEntries = false
  private(set) var damage: (entry: Int?, stop: HARFeed.Stop)?

  /// As far as it is known: most files say it before the entries.
  var writer: ImportReport.Writer { ImportReport.Writer(creator: creator, browser: browser) }

  init(_ feed: HARFeed) { self.feed = feed }

  /// Hands over each entry with its number, from 1; the entry in which the file is damaged with
  /// what stands before the damage.
  mutating func read(
    _ take: (_ number: Int, _ entry: HAREntry, _ writer: ImportReport.Writer) -> Void
  ) {
    var number: Int?
    do throws(HARFeed.Stop) {
      try root(&number, take)
    } catch {
      damage = (number, error)
    }
  }

  private mutating func root(
    _ number: inout Int?, _ take: (Int, HAREntry, ImportReport.Writer) -> Void
  ) throws(HARFeed.Stop) {
    // A byte order mark is no JSON, and common.
    if feed.head.starts(with: [0xEF, 0xBB, 0xBF]) { feed.pass(3) }
    try feed.attempt { cursor throws(JSONError) in try cursor.enterObject() }
    var isFirst = true
    while let name = try member(isFirst) {
      isFirst = false
      if name == "log", !hasLog {
        try log(&number, take)
      } else {
        try feed.attempt { cursor throws(JSONError) in _ = try cursor.skip() }
      }
    }
  }

  private mutating func member(_ isFirst: Bool) throws(HARFeed.Stop) -> String? {
    try feed.attempt { cursor throws(JSONError) in try cursor.member(isFirst: isFirst) }
  }

  private mutating func log(
    _ number: inout Int?, _ take: (Int, HAREntry, ImportReport.Writer) -> Void
  ) throws(HARFeed.Stop) {
    try feed.attempt { cursor throws(JSONError) in try cursor.enterObject() }
    hasLog = true
    var isFirst = true
    while let name = try member(isFirst) {
      isFirst = false
      switch name {
      case "entries":
        try entries(&number, take)
        number = nil
      case "creator": (creator, creatorVersion) = try program()
      case "browser":
        let it = try program()
        browser = [it.name, it.version].filter { !$0.isEmpty }.joined(separator: " ")
      case "pages": try readPages()
      default: try feed.attempt { cursor throws(JSONError) in _ = try cursor.skip() }
      }
    }
  }

  private mutating func entries(
    _ number: inout Int?, _ take: (Int, HAREntry, ImportReport.Writer) -> Void
  ) throws(HARFeed.Stop) {
    try feed.attempt { cursor throws(JSONError) in try cursor.enterArray() }
    hasEntries = true
    var isFirst = true
    while true {
      number = entries + 1
      let follows = try feed.attempt { cursor throws(JSONError) in
        try cursor.element(isFirst: isFirst)
      }
      guard follows else { return }
      isFirst = false
      var entry = HAREntry()
      do throws(HARFeed.Stop) {
        try feed.attempt { cursor throws(JSONError) in
          try HAREntryReader.read(&cursor, into: &entry)
        }
      } catch {
        if entry.isReadable { take(entries + 1, entry, writer) }
        throw error
      }
      entries += 1
      take(entries, entry, writer)
    }
  }

  private mutating func program() throws(HARFeed.Stop) -> (name: String, version: String) {
    try feed.attempt { cursor throws(JSONError) in
      var out = ("", "")
      try cursor.membersIfAny { name, cursor throws(JSONError) in
        switch name {
        case "name": out.0 = try cursor.stringIfAny() ?? ""
        case "version": out.1 = try cursor.stringIfAny() ?? ""
        default: try cursor.skip()
        }
      }
      return out
    }
  }

  private mutating func readPages() throws(HARFeed.Stop) {
    pages = try feed.attempt { cursor throws(JSONError) in
      var out: [String: String] = [:]
      try cursor.elementsIfAny { cursor throws(JSONError) in
        var id: String?
        var title: String?
        try cursor.membersIfAny { name, cursor throws(JSONError) in
          switch name {
          case "id": id = try cursor.stringIfAny()
          case "title": title = try cursor.stringIfAny()
          default: try cursor.skip()
          }
        }
        if let id { out[id] = title ?? "" }
      }
      return out
    }
  }
}
