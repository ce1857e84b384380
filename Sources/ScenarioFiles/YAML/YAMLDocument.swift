/// A YAML file as one tree of nodes, or what is wrong with it.
enum YAMLDocument {
  /// The root, and every problem found; nil when the file cannot be read to its end.
  static func read(_ file: SourceFile, _ report: Report) -> Node? {
    do {
      try SourceGate.admit(file)
    } catch {
      report.say(error.problem, error.range, in: file)
      return nil
    }
    let (root, problems) = file.bytes.withUnsafeBufferPointer { parse($0, file) }
    for (problem, range) in problems { report.say(problem, range, in: file) }
    return root
  }

  private typealias Found = (problem: Problem, range: Range<Int>)

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ file: SourceFile) -> (
    Node?, [Found]
  ) {
    var source = YAMLEventSource(bytes)
    var builder = NodeBuilder(file)
    while true {
      let event: YAMLEvent
      do throws(YAMLFault) {
        event = try source.next()
      } catch {
        let isTab = error.offset < bytes.count && bytes[error.offset] == 9
        let begun = file.position(of: error.context).line
        let fault = Problem.syntax(libyaml: error.words, isTab: isTab, begunOnLine: begun)
        return (nil, builder.problems + [(fault, error.offset..<error.offset + 1)])
      }
      if case .streamEnd = event.kind { break }
      guard builder.take(event) else { return (nil, builder.problems) }
    }
    guard let root = builder.root else {
      return (nil, builder.problems + [(.emptyFile, 0..<0)])
    }
    return (builder.isOneDocument ? root : nil, builder.problems)
  }
}
