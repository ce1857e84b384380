import Ledger

/// Goes back from a value to where it was made, by way of all that let it come here.
///
/// A pure function of the trace: nothing is looked for before somebody asks.
package struct WhyChain {
  let beats: Beats
  let index: SecretIndex
  /// What happened later is not told.
  let last: Int

  var trace: Trace { beats.trace }

  /// The index is the run's own; `record` is the last one that the reader has seen.
  package init(_ beats: Beats, _ index: SecretIndex, upTo record: Int) {
    self.beats = beats
    self.index = index
    last = min(record, beats.trace.records.count - 1)
  }

  /// The subject first, then what led to it, the latest first; where it all began comes last.
  package func links(_ subject: WhySubject) -> [WhyLink] {
    var out = Links()
    tell(subject, &out)
    return out.inOrder
  }

  private func tell(_ subject: WhySubject, _ out: inout Links) {
    switch subject {
    case .record(let record): tellRecord(record, &out)
    case .part(let record, let place, let value): tellPart(record, place, value, &out)
    case .check(let record, let row): tellCheck(record, row, &out)
    case .row(let store, let key): tellRow(store, key, &out)
    case .noStore(let party): tellNoStore(party, &out)
    case .cookie(let client, let host, let name): tellCookie(client, host, name, &out)
    case .item(let client, let origin, let key): tellItem(client, origin, key, &out)
    case .loot(let client, let name): tellLoot(client, name, &out)
    case .secret(let id):
      out.subject("\(trace.secret(id).name), \(trace.secret(id).kind.meaning)")
      follow(id, &out)
    case .claim(let token, let isHeader, let name): tellClaim(token, isHeader, name, &out)
    case .signature(let token): tellSignature(token, &out)
    case .omission(let record): tellOmission(record, &out)
    case .defence(let id): tellDefence(id, &out)
    }
  }

  /// The links so far, and what has been followed already, so that nothing is told twice.
  struct Links {
    private var subject: WhyLink?
    private var links: [WhyLink] = []
    private var seen: Set<WhyLink> = []
    private(set) var followed: Set<SecretID> = []

    mutating func subject(_ text: String, _ sign: WhyLink.Sign = .subject, at record: Int? = nil) {
      if subject == nil { subject = WhyLink(sign, text, at: record) }
    }

    mutating func add(_ sign: WhyLink.Sign, _ text: String, at record: Int? = nil) {
      let link = WhyLink(sign, text, at: record)
      if seen.insert(link).inserted { links.append(link) }
    }

    /// False when it has been followed.
    mutating func follows(_ secret: SecretID) -> Bool { followed.insert(secret).inserted }

    /// What has no place of its own stands behind the rest: it held from the start.
    var inOrder: [WhyLink] {
      let placed = links.enumerated().filter { $1.record != nil }.sorted {
        let (a, b) = ($0.element.record ?? 0, $1.element.record ?? 0)
        return a == b ? $0.offset < $1.offset : a > b
      }
      return (subject.map { [$0] } ?? []) + Self.gathered(placed.map(\.element))
        + links.filter { $0.record == nil }
    }

    /// One link for one event that is kept, and one for what happened again and again: the latest.
    private static func gathered(_ links: [WhyLink]) -> [WhyLink] {
      var kept: Set<Int> = []
      var out: [WhyLink] = []
      for link in links {
        if link.sign == .stored, let record = link.record, !kept.insert(record).inserted {
          continue
        }
        guard !out.contains(where: { $0.sign == link.sign && $0.text == link.text }) else {
          continue
        }
        out.append(link)
      }
      return out.map { link in
        let count = links.count { $0.sign == link.sign && $0.text == link.text } - 1
        guard count > 0 else { return link }
        let words = count == 1 ? "Once before, too." : "\(count) times before, too."
        return WhyLink(link.sign, "\(link.text) \(words)", at: link.record)
      }
    }
  }
}
