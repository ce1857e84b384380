/// Makes nodes from events, with a stack of its own, and says all that the language forbids.
struct NodeBuilder {
  private struct Open {
    let isMapping: Bool
    let isFlow: Bool
    let start: Range<Int>
    var nodes: [Node] = []
  }

  private let file: SourceFile
  private var stack: [Open] = []
  private var count = 0
  private var documents = 0
  private(set) var root: Node?
  private(set) var problems: [(problem: Problem, range: Range<Int>)] = []

  var isOneDocument: Bool { documents == 1 }

  init(_ file: SourceFile) { self.file = file }

  /// False when the limits are passed and reading must stop.
  mutating func take(_ event: YAMLEvent) -> Bool {
    forbid(event)
    switch event.kind {
    case .documentStart(let hasDirective):
      documents += 1
      if hasDirective { say(.directive, event.range) }
      if documents == 2 { say(.severalDocuments, event.range) }
    case .scalar(let scalar):
      put(Node(content: .scalar(scalar), range: event.range, isFlow: false))
    case .alias(let name):
      say(.alias(name), event.range)
      put(Node(content: .refused, range: event.range, isFlow: false))
    case .mappingStart(let isFlow):
      stack.append(Open(isMapping: true, isFlow: isFlow, start: event.range))
    case .sequenceStart(let isFlow):
      stack.append(Open(isMapping: false, isFlow: isFlow, start: event.range))
    case .mappingEnd, .sequenceEnd: close(event.range)
    case .streamEnd, .silent: break
    }
    return isWithinLimits(event)
  }

  private mutating func isWithinLimits(_ event: YAMLEvent) -> Bool {
    if stack.count > YAMLLimits.depth {
      say(.tooDeep, event.range)
      return false
    }
    if count > YAMLLimits.nodes {
      say(.tooManyValues, event.range)
      return false
    }
    return true
  }

  private mutating func forbid(_ event: YAMLEvent) {
    if let anchor = event.anchor { say(.anchor(anchor), event.range) }
    if let tag = event.tag { say(.tag(tag), event.range) }
  }

  private mutating func put(_ node: Node) {
    count += 1
    if stack.isEmpty {
      if root == nil { root = node }
    } else {
      stack[stack.count - 1].nodes.append(node)
    }
  }

  private mutating func close(_ end: Range<Int>) {
    guard let open = stack.popLast() else { return }
    let content: Node.Content =
      open.isMapping ? .mapping(entries(open.nodes)) : .sequence(open.nodes)
    let upper = open.isFlow ? end.upperBound : open.nodes.last?.range.upperBound
    let range = open.start.lowerBound..<max(upper ?? end.lowerBound, open.start.lowerBound)
    put(Node(content: content, range: range, isFlow: open.isFlow))
  }

  private mutating func entries(_ nodes: [Node]) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var first: [String: Range<Int>] = [:]
    for index in stride(from: 0, to: nodes.count - 1, by: 2) {
      let key = nodes[index]
      guard let scalar = key.scalar else {
        if !key.isRefused { say(.keyNotText(kind: key.kind), key.range) }
        continue
      }
      if let earlier = first[scalar.text] {
        let line = file.position(of: earlier.lowerBound).line
        say(.duplicateKey(scalar.text, firstLine: line), key.range)
        continue
      }
      first[scalar.text] = key.range
      let named = Node.Key(text: scalar.text, range: key.range, style: scalar.style)
      entries.append(Node.Entry(key: named, value: nodes[index + 1]))
    }
    return entries
  }

  private mutating func say(_ problem: Problem, _ range: Range<Int>) {
    problems.append((problem, range))
  }
}
