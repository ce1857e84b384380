import Wire

/// Finds out which answer led to which request, and puts each row of redirects together.
enum RedirectRows {
  /// The exchanges in the order of their rows' first requests, each row in one piece.
  static func arrange(_ exchanges: [ImportedExchange]) -> [[ImportedExchange]] {
    var rows: [[ImportedExchange]] = []
    /// The rows that wait for a request to that URL.
    var waiting: [String: [Int]] = [:]
    for exchange in exchanges {
      let key = key(exchange.url)
      let row: Int
      if var indices = waiting[key], let index = indices.last, fits(exchange, rows[index]) {
        indices.removeLast()
        waiting[key] = indices.isEmpty ? nil : indices
        exchange.origin = rows[index].first
        rows[index].append(exchange)
        row = index
      } else {
        row = rows.count
        rows.append([exchange])
      }
      if let target = exchange.redirect { waiting[self.key(target), default: []].append(row) }
    }
    return rows
  }

  /// A fragment is not sent, and not every file keeps it.
  private static func key(_ url: WireURL) -> String { url.origin + url.requestTarget }

  /// Somebody may follow the same redirect later again, by hand.
  private static func fits(_ exchange: ImportedExchange, _ row: [ImportedExchange]) -> Bool {
    let longest: Int64 = 60_000
    guard let last = row.last, last.from == exchange.from, last.step == exchange.step else {
      return false
    }
    return exchange.began.milliseconds - last.ended.milliseconds < longest
  }
}
