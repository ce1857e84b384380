import Wire

extension FuzzProperty {
  /// What is read is written and read again as the same; a document's spans are its values' text;
  /// an error lies within the text.
  static let json = FuzzProperty(
    name: "json",
    seeds: {
      text(
        #"{"iss":"https://idp.test","aud":["a","b"],"exp":1700000000,"ok":true,"none":null}"#,
        #"[1,-0,0.5,1e9,-2.5E-3,1E+2,9223372036854775807,123456789012345678901234567890]"#,
        #""\u0041\ud83d\ude00\n\t\"\\\/\b\f\r" "#, #"{"a":1,"a":2,"\u0061":3}"#, #""\ud800""#,
        "[[[[[[[[]]]]]]]]", "{\"k\":\"\u{e9}\u{20ac}\u{1F600}\"}", " \n\r\t{ } ", "[01]", "tru",
        "\u{FEFF}{}", "[1,]", "{\"a\" 1}", "\"\u{1}\"")
    },
    check: { bytes in
      switch Result(catching: { () throws(JSONError) in try JSONValue.parse(bytes) }) {
      case .success(let value):
        try unchanged(value)
        try sameInDocument(bytes, value)
      case .failure(let error): try within(bytes, error)
      }
      switch Result(catching: { () throws(JSONError) in try JSONDocument.parse(bytes) }) {
      case .success(let document): try placed(document)
      case .failure(let error): try within(bytes, error)
      }
    })

  private static func unchanged(_ value: JSONValue) throws(Violation) {
    for text in [value.text(), value.prettyText()] {
      let again = try? JSONValue.parse(text)
      try require(again == value, "written and read again it is another value: \(text)")
    }
  }

  private static func sameInDocument(
    _ bytes: [UInt8], _ value: JSONValue
  ) throws(Violation) {
    let document = try? JSONDocument.parse(bytes)
    try require(document?.value == value, "the document has another value")
  }

  private static func placed(_ document: JSONDocument) throws(Violation) {
    try require(document.bytes.indices.contains(document.root.span), "the root is outside")
    try placed(document.root, in: document)
    for duplicate in document.duplicates {
      let object = document.node(at: duplicate.path)
      try require(object != nil || !duplicate.path.isEmpty, "a duplicate in no object")
    }
  }

  private static func placed(
    _ node: JSONNode, in document: JSONDocument
  ) throws(Violation) {
    for child in (node.elements ?? []) + (node.members ?? []).map(\.value) {
      try require(node.span.contains(child.span), "a value outside of what holds it")
      try placed(child, in: document)
    }
    guard !node.isContainer else { return }
    let own = try? JSONDocument.parse(document.text(of: node.span))
    try require(own?.value == node.value, "a span whose text is another value")
    if case .number(let number) = node.content { try consistent(number) }
  }

  /// A whole number is the number that its digits say, as far as a Double can tell.
  private static func consistent(_ number: JSONNumber) throws(Violation) {
    guard let integer = number.integer, let double = number.double else { return }
    let difference = (Double(integer) - double).magnitude
    try require(difference <= double.magnitude * 0x1p-50, "\(number.text) is not \(integer)")
  }

  private static func within(_ bytes: [UInt8], _ error: JSONError) throws(Violation) {
    try require((0...bytes.count).contains(error.offset), "an error outside of the text")
    try require(error.line >= 1 && error.column >= 1, "a place before the first")
    try require(!error.description.isEmpty, "an error without a sentence")
  }
}
