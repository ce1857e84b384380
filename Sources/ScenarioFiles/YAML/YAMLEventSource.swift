internal import CYaml

/// libyaml's parser over bytes that outlive it; an event at a time, so nothing recurses.
struct YAMLEventSource: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var offsets: OffsetCursor

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    offsets = OffsetCursor(bytes)
    // Fails only without memory, when nothing else goes on either.
    precondition(yaml_parser_initialize(parser) == 1, "libyaml has no memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    let start = offsets.bytes(forCharacters: Int(event.start_mark.index))
    let end = offsets.bytes(forCharacters: Int(event.end_mark.index))
    let (kind, anchor, tag) = Self.translate(event)
    return YAMLEvent(kind: kind, anchor: anchor, tag: tag, range: start..<max(start, end))
  }

  private mutating func fault() -> YAMLFault {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable"
    let context = offsets.bytes(forCharacters: Int(parser.pointee.context_mark.index))
    let offset = offsets.bytes(forCharacters: Int(parser.pointee.problem_mark.index))
    return YAMLFault(words: words, offset: offset, context: context)
  }

  private static func translate(
    _ event: yaml_event_t
  ) -> (YAMLEvent.Kind, anchor: String?, tag: String?) {
    let data = event.data
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let start = data.document_start
      let directives = start.tag_directives
      let hasDirective = start.version_directive != nil || directives.start != directives.end
      return (.documentStart(hasDirective: hasDirective), nil, nil)
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      let text = String(decoding: bytes, as: UTF8.self)
      let value = Node.Scalar(text: text, style: style(scalar.style))
      return (.scalar(value), string(scalar.anchor), string(scalar.tag))
    case YAML_ALIAS_EVENT:
      return (.alias(string(data.alias.anchor) ?? ""), nil, nil)
    case YAML_MAPPING_START_EVENT:
      let start = data.mapping_start
      let isFlow = start.style == YAML_FLOW_MAPPING_STYLE
      return (.mappingStart(isFlow: isFlow), string(start.anchor), string(start.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = data.sequence_start
      let isFlow = start.style == YAML_FLOW_SEQUENCE_STYLE
      return (.sequenceStart(isFlow: isFlow), string(start.anchor), string(start.tag))
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil, nil)
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil, nil)
    case YAML_STREAM_END_EVENT: return (.streamEnd, nil, nil)
    default: return (.silent, nil, nil)
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
