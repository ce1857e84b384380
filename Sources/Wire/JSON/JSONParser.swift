/// The grammar of RFC 8259, strictly, one recursion for each level.
struct JSONParser<Shape: JSONShape> {
  private(set) var scanner: JSONScanner

  init(_ text: UnsafeBufferPointer<UInt8>, limits: JSONLimits) throws(JSONError) {
    scanner = try JSONScanner(text, limits: limits)
  }

  /// The one value of the text, with nothing but white space around it.
  mutating func document() throws(JSONError) -> Shape.Value {
    scanner.skipSpace()
    let value = try value(depth: 0, or: .value)
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw scanner.expected(.end) }
    return value
  }

  private mutating func value(
    depth: Int, or expectation: JSONError.Expectation
  ) throws(JSONError) -> Shape.Value {
    let start = scanner.at
    switch scanner.next {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""):
      let text = try scanner.string()
      return Shape.string(text, start..<scanner.at)
    case UInt8(ascii: "-"), 48...57:
      let number = try scanner.number()
      return Shape.number(number, start..<scanner.at)
    case UInt8(ascii: "t"):
      try scanner.literal(.true)
      return Shape.bool(true, start..<scanner.at)
    case UInt8(ascii: "f"):
      try scanner.literal(.false)
      return Shape.bool(false, start..<scanner.at)
    case UInt8(ascii: "n"):
      try scanner.literal(.null)
      return Shape.null(start..<scanner.at)
    default: throw scanner.expected(expectation)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> Shape.Value {
    let start = try open(depth)
    var elements: [Shape.Value] = []
    if close(UInt8(ascii: "]")) { return Shape.array([], start..<scanner.at) }
    while true {
      elements.append(try value(depth: depth, or: elements.isEmpty ? .valueOrBracket : .value))
      scanner.skipSpace()
      if close(UInt8(ascii: "]")) { return Shape.array(elements, start..<scanner.at) }
      try comma(or: .commaOrBracket)
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> Shape.Value {
    let start = try open(depth)
    var members: [Shape.Member] = []
    if close(UInt8(ascii: "}")) { return Shape.object([], start..<scanner.at) }
    // The outermost object of a token or a request has several members; growing from one costs.
    if depth == 1 { members.reserveCapacity(8) }
    while true {
      members.append(try member(depth: depth, isFirst: members.isEmpty))
      scanner.skipSpace()
      if close(UInt8(ascii: "}")) { return Shape.object(members, start..<scanner.at) }
      try comma(or: .commaOrBrace)
    }
  }

  private mutating func member(depth: Int, isFirst: Bool) throws(JSONError) -> Shape.Member {
    let start = scanner.at
    guard scanner.next == UInt8(ascii: "\"") else {
      throw scanner.expected(isFirst ? .memberNameOrBrace : .memberName)
    }
    let name = try scanner.string()
    let nameSpan = start..<scanner.at
    scanner.skipSpace()
    guard scanner.next == UInt8(ascii: ":") else { throw scanner.expected(.colon) }
    scanner.at += 1
    scanner.skipSpace()
    return Shape.member(name, nameSpan, try value(depth: depth, or: .value))
  }

  /// Passes the opening bracket and what space follows; gives the bracket's place.
  private mutating func open(_ depth: Int) throws(JSONError) -> Int {
    let start = scanner.at
    guard depth <= scanner.limits.depth else {
      throw scanner.error(.tooDeep(limit: scanner.limits.depth), at: start)
    }
    scanner.at += 1
    scanner.skipSpace()
    return start
  }

  private mutating func close(_ bracket: UInt8) -> Bool {
    guard scanner.next == bracket else { return false }
    scanner.at += 1
    return true
  }

  private mutating func comma(or expectation: JSONError.Expectation) throws(JSONError) {
    guard scanner.next == UInt8(ascii: ",") else { throw scanner.expected(expectation) }
    scanner.at += 1
    scanner.skipSpace()
  }
}
