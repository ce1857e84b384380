import Ledger

/// A store as an expectation names it: `sessions`, `idp.codes`; the table may be left out when the
/// database has one table, or one of its own name.
package struct StoreName: Hashable, Sendable {
  package let database: String
  package let table: String?

  package init(database: String, table: String?) {
    self.database = database
    self.table = table
  }

  package var text: String { table.map { "\(database).\($0)" } ?? database }

  package func matches(_ info: StoreInfo) -> Bool {
    guard info.database == database else { return false }
    return table.map { info.table == $0 } ?? true
  }
}

/// What a run has cost in one respect.
package enum CostField: String, Hashable, Sendable, CaseIterable {
  case requests, bytes, reads, writes, signatures, verifications
  case passwordHashes = "password-hashes"
  case encryptions, decryptions, rounds, inflated
}

/// A part of a token that a step's messages carried.
package enum TokenField: Hashable, Sendable {
  /// Its length in bytes.
  case size
  /// A member of the header: `alg`.
  case header(String)
  /// A member of the claims: `sub`.
  case claim(String)
}

/// What can be asked of a run.
package enum Field: Hashable, Sendable {
  /// The status of the step's last response to a client.
  case status
  /// The Location header of that response.
  case location
  /// The `error` of that response: of its JSON body, or of the redirect's query.
  case error
  /// The same of the last answer from a token endpoint within the step.
  case tokenStatus, tokenError
  /// The requests that clients sent in the step.
  case hops
  /// The instance that gave that response: `app#2`.
  case servedBy
  case header(String)
  /// A Set-Cookie of that response, with its attributes.
  case cookie(String)
  /// A cookie in a client's jar after the step.
  case jar(client: String, cookie: String)
  /// An item of a client's localStorage after the step.
  case storage(client: String, key: String)
  /// The text of that response's page, without its tags.
  case body
  /// A member of that response's JSON body, dots going deeper.
  case json(String)
  case storeCount(StoreName)
  /// A row, or one field of it, after the step; a row's value is that of its first field.
  case row(StoreName, key: String, field: String?)
  /// A check's outcome in the step, the last one when it was asked several times.
  case check(CheckID)
  /// The last secret of that kind (`access`, `id`) that a message of the step carried.
  case token(SecretKind, TokenField)
  /// What the step has cost; or, with `total`, the run up to and with it.
  case cost(CostField, total: Bool)
}

/// A field of a step; without a step's name, of the step that the expectation stands in.
package struct Subject: Hashable, Sendable {
  package let step: String?
  package let field: Field

  package init(step: String? = nil, field: Field) {
    self.step = step
    self.field = field
  }
}

package enum CheckWord: String, Hashable, Sendable, CaseIterable {
  case passed, failed
  case notChecked = "not-checked"
  case wouldFail = "would-fail"
  case notApplicable = "not-applicable"
  case notReached = "not-reached"
}

package enum Comparison: Hashable, Sendable {
  case equals(String), differs(String)
  case less(Int64), atMost(Int64), more(Int64), atLeast(Int64)
  /// The value's list (cookie attributes, words, a claim's array, text) contains it.
  case has(String), lacks(String)
  case absent, present
  case outcome(CheckWord)
}

/// A place in a scenario file; lines and columns count from 1, columns in bytes.
package struct SourcePlace: Hashable, Sendable {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var text: String { "\(file):\(line):\(column)" }
}

/// A one-line predicate over a run: subject, operator, value.
package struct Expectation: Hashable, Sendable {
  package let subject: Subject
  package let comparison: Comparison
  /// As it was written.
  package let text: String
  package let place: SourcePlace?

  package init(
    subject: Subject, comparison: Comparison, text: String, place: SourcePlace? = nil
  ) {
    self.subject = subject
    self.comparison = comparison
    self.text = text
    self.place = place
  }
}
