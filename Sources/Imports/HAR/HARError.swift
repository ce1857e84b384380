/// Why a file cannot be opened as a HAR at all.
package enum HARError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case compressed
  case notJSON(line: Int, offset: Int, reason: String)
  case noLog
  case noEntries
  /// It has entries, and none that can be shown.
  case nothingInIt

  package var description: String {
    switch self {
    case .empty: "the file is empty"
    case .compressed: "the file is compressed (gzip): unpack it first, with gunzip"
    case .notJSON(let line, let offset, let reason):
      "not a HAR: it should begin with {\"log\": …}; at line \(line), byte \(offset): \(reason)"
    case .noLog: "not a HAR: it has no object \"log\""
    case .noEntries: "not a HAR: its log has no array \"entries\""
    case .nothingInIt:
      "the file has no entry: record with the developer tools open, sign in, and save it again"
    }
  }
}
