import Trace
import Wire

/// A server that an attacker runs: it takes every request, keeps what the scenario names, and
/// answers as the scenario says. It knows nothing but what it is sent.
enum HostileServer {
  static let routes = Routes(json: false, [], everywhere: endpoint)

  private static let endpoint = pipeline().finish { arrival, hand in
    let request = arrival.request
    guard let answer = hand.server.answers.first(where: { $0.fits(request) }) else {
      return ForeignSite.answer(to: request, hand)
    }
    for keep in answer.keeps { hand.take(keep, from: request) }
    var response = content(answer.content, hand)
    if let status = answer.status { response.status = status }
    return response
  }

  /// What stands behind the # of an address stays in the browser; a script of the page reads it
  /// there.
  static func readFragment(of url: WireURL, _ spec: ServerSpec, _ run: Run) {
    guard let fragment = url.fragment,
      let answer = spec.answers.first(where: { $0.method == "GET" && $0.path == url.path })
    else { return }
    for case (let name, .fragment(let parameter)) in answer.keeps.map({ ($0.name, $0.part) }) {
      guard let value = FormCoding.parse(fragment)[parameter] else { continue }
      run.keep(value, as: name, words: "a script of the page reads \(parameter) behind the #")
    }
  }

  private static func content(_ content: HostileAnswer.Content, _ hand: Hand) -> Response {
    switch content {
    case .redirect(let target):
      return Response(303, headers: Headers([Pair("Location", hand.run.text(target))]))
    case .page(let text): return page(hand.run.text(text), hand)
    case .json(let members):
      var object = JSONObject()
      for pair in hand.run.pairs(members) { object[pair.name] = .string(pair.value) }
      return JSONResponse.make(200, .object(object))
    }
  }

  private static func page(_ text: String, _ hand: Hand) -> Response {
    Page(title: hand.server.origin.host, paragraphs: [text]).response()
  }
}

extension HostileAnswer {
  fileprivate func fits(_ request: Request) -> Bool {
    method == request.method && path == request.url.path
  }
}

extension Hand {
  /// Keeps a part of a request for later, in an attacker's hands.
  fileprivate func take(_ keep: HostileAnswer.Keep, from request: Request) {
    guard let value = request.value(of: keep.part) else { return }
    run.keep(
      value, as: keep.name,
      words: "keeps \(keep.part.words) of \(request.method) \(request.url.path)")
  }
}

extension Run {
  /// Puts a value into an attacker's hands.
  fileprivate func keep(_ value: String, as name: String, words: String) {
    world.captures[name] = value
    emit(
      .act(
        AttackAct(
          kind: .steal, text: words, target: nil, taken: secretsByValue[value], made: nil,
          loot: name, lootValue: value)))
  }
}

extension KeptPart {
  fileprivate var words: String {
    switch self {
    case .address: "the address"
    case .referer(let name): "\(name) in the Referer"
    case .fragment(let name): "\(name) behind the #"
    case .field(.header(let name)), .field(.form(let name)), .field(.query(let name)): name
    case .field(.cookie(let name)): "the cookie \(name)"
    case .field(.method): "the method"
    case .field(.path): "the path"
    case .field(.body): "the body"
    }
  }
}

extension Request {
  fileprivate func value(of part: KeptPart) -> String? {
    switch part {
    case .address: url.base
    case .referer(let name): headers["Referer"].flatMap { WireURL($0) }?.query[name]
    // It never comes with a request.
    case .fragment: nil
    case .field(.header(let name)): headers[name]
    case .field(.form(let name)): form[name]
    case .field(.query(let name)): url.query[name]
    case .field(.cookie(let name)): cookies[name]
    case .field(.method): method
    case .field(.path): url.path
    case .field(.body): body
    }
  }
}
