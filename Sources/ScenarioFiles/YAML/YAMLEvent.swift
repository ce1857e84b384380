/// One of libyaml's events, with its bytes in the file.
struct YAMLEvent {
  enum Kind {
    case documentStart(hasDirective: Bool)
    case scalar(Node.Scalar)
    case alias(String)
    case mappingStart(isFlow: Bool)
    case sequenceStart(isFlow: Bool)
    case mappingEnd, sequenceEnd
    case streamEnd
    /// The start of the stream and the end of a document, which say nothing.
    case silent
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  let range: Range<Int>
}

/// Where and why libyaml gave up, in its own words.
struct YAMLFault: Error {
  let words: String
  let offset: Int
  /// Where the thing begins that cannot go on.
  let context: Int
}
