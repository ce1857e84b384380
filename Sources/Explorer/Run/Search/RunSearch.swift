import CellUI
import Trace

/// Where a run's data holds what the reader is looking for.
struct RunSearch: Hashable, Sendable {
  struct Hit: Hashable, Sendable {
    let moment: Int
    let pane: Pane
    /// The text around it.
    let excerpt: String
  }

  let text: String
  let hits: [Hit]
  /// The moments that have one.
  let moments: Set<Int>
  /// The hit that the reader is at.
  var current: Int?

  var pattern: FoldedSearch { FoldedSearch(text) }

  /// Among entries that were gathered before; of one pane, where it is named.
  init(_ text: String, in entries: [SearchEntry], pane: Pane? = nil) {
    self.init(text) { tell in
      for entry in entries where pane == nil || entry.pane == pane { tell(entry) }
    }
  }

  /// Through the data itself, where it is too much to keep.
  init(_ text: String, through model: RunModel, pane: Pane? = nil) {
    self.init(text) { tell in
      SearchText(model).each { if pane == nil || $0.pane == pane { tell($0) } }
    }
  }

  /// Which of the hits of its message and pane the current one is, from 0.
  func ordinal(in pane: Pane) -> Int {
    guard let current, hits.indices.contains(current), hits[current].pane == pane else { return 0 }
    return hits[..<current].count { $0.moment == hits[current].moment && $0.pane == pane }
  }

  private init(_ text: String, _ each: ((SearchEntry) -> Void) -> Void) {
    let pattern = FoldedSearch(text)
    var hits: [Hit] = []
    if !pattern.isEmpty {
      each { entry in
        let shown = entry.named.flatMap { pattern.isIn($0) ? $0 : nil }
        guard let found = shown ?? (pattern.isIn(entry.text) ? entry.text : nil) else { return }
        hits.append(
          Hit(
            moment: entry.moment, pane: entry.pane, excerpt: Self.excerpt(found, pattern)))
      }
    }
    self.text = text
    self.hits = hits
    moments = Set(hits.map(\.moment))
  }

  /// The words around the first place.
  private static func excerpt(_ text: String, _ pattern: FoldedSearch) -> String {
    guard let at = pattern.first(in: text), at > 24 else { return text }
    let bytes = Array(text.utf8)
    var start = at - 20
    // Never inside a character.
    while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return ".." + String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The next hit from a moment on, or the one before; from the other end where there is none.
  mutating func step(_ direction: Int, from moment: Int) -> Hit? {
    guard !hits.isEmpty else { return nil }
    let next: Int
    if let current, hits[current].moment == moment {
      next = (current + direction + hits.count) % hits.count
    } else if direction > 0 {
      next = hits.firstIndex { $0.moment >= moment } ?? 0
    } else {
      next = hits.lastIndex { $0.moment <= moment } ?? hits.count - 1
    }
    current = next
    return hits[next]
  }
}

/// What is being typed to search for.
struct FindState: Hashable, Sendable {
  var field: TextField
  /// Nil: all panes.
  var pane: Pane?
  /// The hits so far; nil where the run is so long that they are looked for on Enter.
  var search: RunSearch?
}
