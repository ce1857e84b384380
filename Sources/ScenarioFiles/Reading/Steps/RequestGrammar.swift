import Simulation
import Trace

extension VerbGrammar {
  static let request = VerbGrammar(
    .request,
    Table<RequestStep>([
      .required("request", .requestLine, "CLIENT METHOD URL") {
        $0.client = $1.client
        $0.method = $1.method
        $0.url = $1.url
      },
      .optional("form", .templatePairs, "the fields of a form") { $0.form = $1 },
      .optional("cookies", .templatePairs, "cookies put in by hand, beside those of the jar") {
        $0.cookies = $1
      },
      .optional("headers", .headers, "header fields put in by hand") { $0.headers = $1 },
      .optional("bearer", .template, "a token for Authorization: Bearer") { $0.bearer = $1 },
      .optional("dpop", .proof, "whose key makes the proof, or a proof that was copied: $proof") {
        $0.proof = $1
      },
      .optional("follow", .follow, "how far to go on: all, or until URL") { $0.follow = $1 },
      .optional("fill", .templatePairs, "values for the forms that are met") { $0.fill = $1 },
      .optional("capture", .captures, "names for parts of the answer, used as $name") {
        $0.captures = $1
      },
      .optional("from", .document, "the page that makes the browser send it, or none") {
        $0.from = $1.url
      },
      .optional("shows", .word(), "where that page shows the answer: window, image, frame or popup")
      {
        $0.shows = $1
      },
      .optional("guess", .guess, "COOKIE from $own: values computed from one's own, tried") {
        $0.guess = Guess(cookie: $1.cookie, own: $1.own)
      },
      .optional("apart", .duration, "how much later the guessed value was made") {
        $0.guess?.apart = $1
      },
      .optional("tries", .integer(1...64), "how many values are tried at most") {
        $0.guess?.tries = $1
      },
    ]),
    { RequestStep(client: 0, method: "", url: Template("")) }
  ) { step, node, reading in
    warnOfFill(step.fill, step.follow, node, reading)
    if step.shows != .window, step.from == nil {
      reading.say(.imageWithoutPage, node["shows"] ?? node)
    }
    for key in ["apart", "tries"] where step.guess == nil {
      if let value = node[key] { reading.say(.keyOfGuess(key), value) }
    }
    ProofGrammar.check(step.proof, by: step.client, node, reading)
    if step.bearer != nil, step.headers.contains(where: { $0.name.lowercased() == "authorization" })
    {
      reading.say(.twoAuthorizations, node["bearer"] ?? node)
    }
    return .request(step)
  }

  static let deliver = VerbGrammar(
    .deliver,
    Table<DeliverStep>([
      .required("deliver", .delivery, "LINK to CLIENT, as in $link to laptop") {
        $0.link = $1.link
        $0.to = $1.client
      },
      .required("from", .origin, "the origin of the page that holds the link, or none") {
        $0.from = $1.url
      },
      .optional("follow", .follow, "how far to go on: all, or until URL") { $0.follow = $1 },
      .optional("fill", .templatePairs, "values for the forms that are met") { $0.fill = $1 },
      .optional("capture", .captures, "names for parts of the answer, used as $name") {
        $0.captures = $1
      },
    ]),
    { DeliverStep(link: Template(""), to: 0, from: nil) }
  ) { step, node, reading in
    warnOfFill(step.fill, step.follow, node, reading)
    return .deliver(step)
  }

  private static func warnOfFill(
    _ fill: [TemplatePair], _ follow: Follow, _ node: Node, _ reading: Reading
  ) {
    if !fill.isEmpty, follow == .no { reading.say(.fillWithoutFollow, node["fill"] ?? node) }
  }
}

struct RequestLine: Sendable {
  let client: Int
  let method: String
  let url: Template
}

struct Delivery: Sendable {
  let link: Template
  let client: Int
}

extension Codec where Value == RequestLine {
  private static let form = "CLIENT METHOD URL"

  static let requestLine = Codec(.line(form)) { node, reading in
    var line = Line(node.text ?? "", node: node)
    guard node.text != nil, line.count == 3, let client = line.next(), let method = line.next(),
      let url = line.next()
    else {
      reading.say(.wrongForm(form), node)
      return nil
    }
    let index = reading.attempt(in: node) { () throws(Misread) in
      try ClientName.index(client, reading)
    }
    if !HTTPMethods.known.contains(method.text) {
      reading.say(
        Misread(.unknownWord(method.text, among: HTTPMethods.known), method.range), in: node)
    }
    let template = reading.attempt(in: node) { () throws(Misread) in
      try TargetURL.parse(url, in: node, reading)
    }
    guard let index, let template, HTTPMethods.known.contains(method.text) else { return nil }
    return RequestLine(client: index, method: method.text, url: template)
  }
}

extension Codec where Value == Delivery {
  private static let form = "LINK to CLIENT"

  static let delivery = Codec(.line(form)) { node, reading in
    var line = Line(node.text ?? "", node: node)
    guard node.text != nil, line.count == 3, let link = line.next(), line.next()?.text == "to",
      let client = line.next()
    else {
      reading.say(.wrongForm(form), node)
      return nil
    }
    let template = reading.attempt(in: node) { () throws(Misread) in
      try TargetURL.parse(link, in: node, reading)
    }
    let index = reading.attempt(in: node) { () throws(Misread) in
      try ClientName.index(client, reading)
    }
    guard let template, let index else { return nil }
    return Delivery(link: template, client: index)
  }
}

enum ClientName {
  static func index(_ word: Line.Word, _ reading: Reading) throws(Misread) -> Int {
    let names = reading.names.clientNames
    guard let index = names.firstIndex(of: word.text) else {
      throw Misread(.unknownName(word.text, "client", among: names), word.range)
    }
    return index
  }
}
