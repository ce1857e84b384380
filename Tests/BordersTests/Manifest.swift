/// The targets of Package.swift and what each depends on, read from its text.
struct Manifest {
  struct Target: Equatable {
    var name: String
    var dependencies: Set<String>
    var isTest: Bool
  }

  private(set) var targets: [Target] = []

  init(_ text: String) {
    let code = text.replacing(/(?m)^\s*\/\/.*$/, with: "")
    for match in code.matches(of: /\.(target|executableTarget|testTarget|systemLibrary)\(/) {
      let body = Self.balanced(code[match.range.upperBound...])
      guard let name = body.firstMatch(of: /name: "([^"]+)"/) else { continue }
      targets.append(
        Target(
          name: String(name.1), dependencies: Self.dependencies(body),
          isTest: match.1 == "testTarget"))
    }
  }

  /// The text up to the parenthesis that closes what was open before it.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  private static func dependencies(_ body: Substring) -> Set<String> {
    guard let list = body.firstMatch(of: /dependencies: \[([^\]]*)\]/) else { return [] }
    let plain = list.1.replacing(/package: "[^"]+"/, with: "")
    return Set(plain.matches(of: /"([^"]+)"/).map { String($0.1) })
  }
}
