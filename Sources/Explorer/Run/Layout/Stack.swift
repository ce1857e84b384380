/// Divides rows among parts that stand above each other.
enum Stack {
  struct Part {
    /// Fewer rows than this are of no use.
    let least: Int
    /// The rows that its content would fill.
    let ideal: Int
    /// Takes what is left over.
    let grows: Bool

    init(least: Int, ideal: Int, grows: Bool = false) {
      self.least = least
      self.ideal = max(least, ideal)
      self.grows = grows
    }
  }

  /// The rows for each part, together `total`; earlier parts come first where it is tight, and a
  /// part that cannot have its least gets nothing.
  static func heights(_ parts: [Part], total: Int) -> [Int] {
    var left = max(0, total)
    var out = parts.map { part in
      guard part.least <= left else { return 0 }
      left -= part.least
      return part.least
    }
    var changed = true
    while left > 0, changed {
      changed = false
      for (index, part) in parts.enumerated() where left > 0 && out[index] > 0 {
        guard out[index] < part.ideal else { continue }
        out[index] += 1
        left -= 1
        changed = true
      }
    }
    spread(left, over: parts, &out)
    return out
  }

  private static func spread(_ rest: Int, over parts: [Part], _ out: inout [Int]) {
    let growing = parts.indices.filter { parts[$0].grows && out[$0] > 0 }
    let takers = growing.isEmpty ? parts.indices.filter { out[$0] > 0 }.suffix(1) : growing
    for (place, index) in takers.enumerated() {
      out[index] += rest / takers.count + (place < rest % takers.count ? 1 : 0)
    }
  }
}
