import Foundation

/// A regular expression by Foundation's engine, which reads the whole of the sources in a blink even
/// in a debug build.
struct Pattern: Sendable {
  struct Match: Equatable {
    /// Counted from 1.
    let line: Int
    /// The groups, in order; empty where a group took no part.
    let groups: [String]
  }

  private let expression: NSRegularExpression

  init(_ pattern: String) {
    do {
      expression = try NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines])
    } catch {
      preconditionFailure("not a regular expression: \(pattern)")
    }
  }

  func matches(in text: String) -> [Match] {
    let whole = text as NSString
    return expression.matches(in: text, range: NSRange(location: 0, length: whole.length)).map {
      found in
      let before = whole.substring(to: found.range.location)
      let groups = (1..<max(1, found.numberOfRanges)).map { index in
        let range = found.range(at: index)
        return range.location == NSNotFound ? "" : whole.substring(with: range)
      }
      return Match(line: 1 + before.utf8.count { $0 == UInt8(ascii: "\n") }, groups: groups)
    }
  }

  func replacing(in text: String, with replacement: String) -> String {
    expression.stringByReplacingMatches(
      in: text, range: NSRange(location: 0, length: (text as NSString).length),
      withTemplate: replacement)
  }
}
