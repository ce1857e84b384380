/// "Did you mean": the known word with the smallest edit distance, when it is near enough.
package enum Nearest {
  /// Longer words are nobody's slip of the finger.
  private static let longest = 64

  package static func word(to word: String, among known: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().utf8)
    guard !typed.isEmpty, typed.count <= longest else { return nil }
    let allowed = max(1, typed.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in known {
      let letters = Array(candidate.lowercased().utf8)
      guard letters.count <= longest, abs(letters.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, letters)
      // Half of the letters are the same at least, so that a short word does not mean any other.
      let isNear = distance <= allowed && distance * 2 <= max(letters.count, typed.count)
      if isNear, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(last[j + 1] + 1, row[j] + 1, replaced)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
