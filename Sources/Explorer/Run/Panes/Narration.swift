import Ledger
import Trace
import Wire

/// Says what happens at a moment where the scenario says nothing itself; made from the facts.
struct Narration {
  struct Reference: Hashable {
    let section: String
    let text: String
  }

  private let model: RunModel
  private var words: Wording { Wording(model: model) }

  private let keys: KeyTable

  init(_ model: RunModel, _ keys: KeyTable = .standard) {
    self.model = model
    self.keys = keys
  }

  /// One line, then how it works.
  func text(_ index: Int) -> [String] {
    let moment = model.moments[index]
    guard model.trace.records.indices.contains(moment.main) else {
      return [words.caption(moment.step)]
    }
    let record = model.trace.records[moment.main]
    switch record.event {
    case .sent(let it): return [request(it), checks(index)].filter { !$0.isEmpty }
    case .received(let it): return [response(it, index)] + happenings(index)
    case .act(let it): return ["\(words.party(record.party)) \(it.text)."]
    case .clockMoved(let span): return ["\(span.text) of virtual time pass; nothing is sent."]
    case .settingChanged(let text): return ["From here on: \(text)."]
    case .note(let text), .unapplied(let text): return [text]
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .minted, .crypto:
      return [words.caption(moment.step)]
    }
  }

  private func request(_ sent: SentRequest) -> String {
    let from = words.party(sent.from)
    let to = words.party(sent.to, instance: sent.instance)
    let names = sent.request.cookies.map(\.name)
    let cookies =
      names.isEmpty
      ? "" : ", with the cookie\(names.count == 1 ? "" : "s") \(names.joined(separator: ", "))"
    let start = "\(sent.request.method) \(sent.request.url.path)"
    let line = "\(start)\(cookies)\(credentials(sent.request))."
    let isScript = sent.request.headers["Sec-Fetch-Mode"] == "cors"
    let meaning = MessageMeaning(words).of(sent).map { " \($0)" } ?? ""
    guard let starter = sent.request.foreignStarter else {
      return "\(isScript ? "A script in \(from)" : from) asks \(to): \(line)\(meaning)"
    }
    return "A \(isScript ? "script" : "page") of \(starter) makes \(from) ask \(to): \(line)"
      + meaning
  }

  /// ", with access#1 in the Authorization header".
  private func credentials(_ request: Request) -> String {
    guard let header = request.headers["Authorization"] else { return "" }
    if let basic = BasicCredentials(header) {
      return ", with the name and the password of \(basic.user)"
    }
    let name = model.names.secrets(in: header).first.map { model.trace.secret($0).name }
    return ", with \(name ?? "a token") in the Authorization header"
  }

  private func checks(_ index: Int) -> String {
    let checks = MessageChecks(model, at: index)
    guard !checks.rows.isEmpty else { return "" }
    let server = words.party(checks.server, instance: checks.instance)
    let count = checks.rows.count == 1 ? "one check" : "\(checks.rows.count) checks"
    return
      "\(server) makes \(count) before it answers; "
      + "\(keys.name(.enter, in: .run)) goes through them."
  }

  private func response(_ received: ReceivedResponse, _ index: Int) -> String {
    let from = words.party(received.from, instance: received.instance)
    let status = received.response.status
    if let row = MessageChecks(model, at: index).rows.first(where: { $0.hasFailed }) {
      return "\(from) refuses with \(status) at the check \(row.check.id.text):"
        + " \(CheckWords(row.outcome).short)."
    }
    let reason = Response.reason(status)
    let meaning = MessageMeaning(words).of(received).map { " \($0)" } ?? ""
    guard let location = received.response.headers["Location"] else {
      return "\(from) answers \(status) \(reason).\(meaning)"
    }
    let target = String(location.prefix { $0 != "?" })
    return "\(from) answers \(status) \(reason): go to \(target).\(meaning)"
  }

  /// What the server and the browser did about it.
  private func happenings(_ index: Int) -> [String] {
    var out: [String] = []
    for record in model.records(of: index) {
      switch record.event {
      case .storeChanged(let it):
        let verb = it.after == nil ? "deletes" : it.before == nil ? "writes" : "replaces"
        out.append(
          "\(words.party(record.party, instance: record.instance)) \(verb) the row"
            + " \(model.trace.label(of: it.key)) in \(model.trace.label(of: it.store)).")
      case .omitted(let it): out.append("Not done: \(it.behaviour); it \(it.effect).")
      case .cookie(let it) where it.fate == .refused:
        out.append("The browser refuses the cookie \(it.name): \(it.reason).")
      case .sent, .received, .ledger, .storeRead, .cookie, .browserStorage, .navigated,
        .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
        break
      }
    }
    return out.isEmpty ? [] : [out.joined(separator: " ")]
  }

  /// The sections that describe what the message itself is made of.
  func references(_ index: Int) -> [Reference] {
    let moment = model.moments[index]
    guard model.trace.records.indices.contains(moment.main) else { return [] }
    switch model.trace.records[moment.main].event {
    case .sent(let it): return references(it.request)
    case .received(let it): return references(it.response)
    case .ledger, .storeRead, .storeChanged, .omitted, .cookie, .browserStorage, .navigated,
      .clockMoved, .minted, .crypto, .act, .settingChanged, .note, .unapplied:
      return []
    }
  }

  private func references(_ request: Request) -> [Reference] {
    var out: [Reference] = []
    if !request.cookies.isEmpty {
      out.append(
        Reference(section: "RFC 6265bis 5.8", text: "how a browser makes the Cookie header"))
    }
    let authorization = request.headers["Authorization"] ?? ""
    if authorization.hasPrefix("Bearer ") {
      out.append(Reference(section: "RFC 6750 2.1", text: "a bearer token in the header"))
    } else if authorization.hasPrefix("Basic ") {
      out.append(Reference(section: "RFC 7617 2", text: "name and password in the header"))
    }
    let query = request.url.query.map(\.name)
    if query.contains("response_type") {
      out.append(Reference(section: "RFC 6749 4.1.1", text: "the authorization request"))
    }
    if query.contains("code_challenge") {
      out.append(Reference(section: "RFC 7636 4.3", text: "the code challenge"))
    }
    if query.contains("code") {
      out.append(Reference(section: "RFC 6749 4.1.2", text: "the authorization response"))
    }
    if request.form["grant_type"] == "authorization_code" {
      out.append(Reference(section: "RFC 6749 4.1.3", text: "the access token request"))
    } else if request.form["grant_type"] == "refresh_token" {
      out.append(Reference(section: "RFC 6749 6", text: "refreshing an access token"))
    }
    return out
  }

  private func references(_ response: Response) -> [Reference] {
    var out: [Reference] = []
    if response.headers["Set-Cookie"] != nil {
      out.append(Reference(section: "RFC 6265bis 4.1", text: "the Set-Cookie header"))
    }
    switch response.status {
    case 303: out.append(Reference(section: "RFC 9110 15.4.4", text: "303 See Other"))
    case 302: out.append(Reference(section: "RFC 9110 15.4.3", text: "302 Found"))
    case 401: out.append(Reference(section: "RFC 9110 15.5.2", text: "401 Unauthorized"))
    case 403: out.append(Reference(section: "RFC 9110 15.5.4", text: "403 Forbidden"))
    default: break
    }
    if response.headers["WWW-Authenticate"]?.hasPrefix("Bearer") == true {
      out.append(Reference(section: "RFC 6750 3", text: "the WWW-Authenticate header"))
    }
    if response.json?["access_token"] != nil {
      out.append(Reference(section: "RFC 6749 5.1", text: "the token response"))
    } else if response.json?["error"] != nil {
      out.append(Reference(section: "RFC 6749 5.2", text: "the error response"))
    }
    return out
  }
}
