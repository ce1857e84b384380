import Trace
import Wire

/// HAR files of browsers and proxies as traces.
package enum HARImport {
  package struct Imported: Sendable {
    package let trace: Trace
    /// The same as the trace's `imported`.
    package let report: ImportReport
  }

  /// Reads a file that comes piece by piece.
  ///
  /// The source gives the next bytes, and none at the end; whoever wants to break off lets it end
  /// and drops the result. The progress is told in bytes. A file that is damaged or cut off is read
  /// up to the damage, of which the report speaks.
  package static func read(
    _ source: @escaping () -> [UInt8], name: String,
    progress: @escaping (_ bytes: Int) -> Void = { _ in }
  ) throws(HARError) -> Imported {
    let feed = HARFeed(source, progress: progress)
    if feed.head.isEmpty { throw .empty }
    if feed.head.starts(with: [0x1F, 0x8B]) { throw .compressed }
    var reader = HARReader(feed)
    var collection = EntryCollection()
    reader.read { number, entry, writer in
      collection.take(entry, number: number, writer: writer)
    }
    if !reader.hasLog {
      guard let stop = reader.damage?.stop else { throw .noLog }
      throw .notJSON(line: stop.line, offset: stop.offset, reason: stop.reason)
    }
    if !reader.hasEntries, reader.damage == nil { throw .noEntries }
    if collection.count == 0, reader.damage == nil { throw .nothingInIt }
    return collection.imported(reader, name: name)
  }

  /// Reads a file that is in memory.
  package static func read(_ bytes: [UInt8], name: String) throws(HARError) -> Imported {
    var rest: [UInt8]? = bytes
    return try read(
      {
        defer { rest = nil }
        return rest ?? []
      }, name: name)
  }

  /// Whether a file that begins so may be a HAR, and is no saved run.
  package static func mayBe(_ head: ArraySlice<UInt8>) -> Bool {
    let text = head.drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard text.first == UInt8(ascii: "{") else { return head.starts(with: [0x1F, 0x8B]) }
    let name = text.dropFirst().drop { $0 <= 32 }.prefix(5)
    return name.elementsEqual("\"log\"".utf8)
  }
}
