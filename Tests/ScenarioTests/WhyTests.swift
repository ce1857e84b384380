import Ledger
import Simulation
import Testing
import Tokens
import Trace
import Wire

/// The way back, asked of everything in every lesson.
@Suite struct `Why, in the whole library` {
  private func subjects(_ trace: Trace) -> [WhySubject] {
    var out = trace.secrets.indices.map { WhySubject.secret(SecretID($0)) }
    out += trace.defences.map { .defence($0.id) }
    for (index, record) in trace.records.enumerated() {
      switch record.event {
      case .sent(let it):
        out.append(.record(index))
        for field in it.request.headers.fields {
          out.append(.part(record: index, place: .header(field.name), value: field.value))
        }
      case .received, .act: out.append(.record(index))
      case .ledger(let it): out += it.rows.indices.map { .check(record: index, row: $0) }
      case .storeChanged(let it): out.append(.row(store: it.store, key: it.key))
      case .omitted: out.append(.omission(record: index))
      case .cookie(let it):
        out.append(.cookie(client: record.party, host: it.host, name: it.name))
      case .storeRead, .browserStorage, .navigated, .clockMoved, .minted, .crypto,
        .settingChanged, .note, .unapplied:
        continue
      }
    }
    for secret in trace.secrets {
      guard let token = try? UnverifiedToken(secret.value) else { continue }
      out.append(.signature(token: secret.value))
      out += token.header.names.map { .claim(token: secret.value, isHeader: true, name: $0) }
      out += (token.claims?.names ?? []).map {
        .claim(token: secret.value, isHeader: false, name: $0)
      }
    }
    return out
  }

  @Test(arguments: Library.ids)
  func `everything has a way back, told in order and never twice`(_ id: String) throws {
    let scenario = try Library.scenario(id)
    let trace = play(scenario, RunInputs(variant: scenario.opens))
    let chain = WhyChain(trace.beats, SecretIndex(trace), upTo: trace.records.count - 1)
    for subject in subjects(trace) {
      let links = chain.links(subject)
      #expect(links.count > 1, "\(subject)")
      let places = links.dropFirst().compactMap(\.record)
      #expect(places == places.sorted(by: >), "\(subject)")
      #expect(Set(links).count == links.count, "\(subject)")
      #expect(links.allSatisfy { !$0.text.contains("eyJ") }, "\(subject)")
    }
  }

  @Test func `a claim leads to the row that it was read from`() throws {
    let scenario = try Library.scenario("jwt/issue-and-verify")
    let trace = play(scenario)
    let token = try #require(trace.secrets.first { $0.kind == .access })
    let links = WhyChain(trace.beats, SecretIndex(trace), upTo: trace.records.count - 1)
      .links(.claim(token: token.value, isHeader: false, name: "role"))
    let read = links.first { $0.sign == .read && $0.text.contains("takes it from role") }
    #expect(read != nil, "\(links)")
  }

  @Test func `a forged claim says what it was before, and who changed it`() throws {
    let scenario = try Library.scenario("jwt/alg-none")
    let trace = play(scenario, RunInputs(variant: "header-chooses"))
    let token = try #require(trace.secrets.first { $0.kind == .forged })
    let links = WhyChain(trace.beats, SecretIndex(trace), upTo: trace.records.count - 1)
      .links(.claim(token: token.value, isHeader: false, name: "role"))
    #expect(
      links.contains {
        $0.sign == .attack && $0.text == "Changed to \"admin\": it was \"user\" in access#1."
      }, "\(links)")
  }
}
