import Testing

@Suite struct `The borders between the targets` {
  let manifest: Manifest

  init() throws { manifest = try Manifest(Checkout.text("Package.swift")) }

  @Test func `every target is on the map, and every place on the map is a target`() {
    let targets = manifest.targets.filter { !$0.isTest }.map(\.name)
    #expect(targets.sorted() == Layers.mayUse.keys.sorted())
  }

  @Test func `a target depends only on what the map lets it use`() {
    for target in manifest.targets where !target.isTest {
      let excess = target.dependencies.subtracting(Layers.mayUse[target.name] ?? [])
      #expect(excess.isEmpty, "\(target.name) must not depend on \(excess.sorted())")
    }
  }

  @Test func `the map has no circle`() {
    var reached: Set<String> = []
    var left = Layers.mayUse
    while let next = left.first(where: { $0.value.intersection(left.keys).isEmpty }) {
      reached.insert(next.key)
      left[next.key] = nil
    }
    #expect(left.isEmpty, "these use one another: \(left.keys.sorted())")
    #expect(reached.count == Layers.mayUse.count)
  }

  @Test func `a file imports only what the map lets its target use`() {
    #expect(!Checkout.sources.isEmpty)
    #expect(Checkout.sources.flatMap(Imports.breaches) == [])
  }

  @Test func `a C module stays behind the one target that wraps it`() {
    for (module, wrapper) in Layers.wrapper {
      let users = Layers.mayUse.filter { $0.value.contains(module) }.keys
      #expect(Array(users) == [wrapper])
    }
  }

  @Test(arguments: [
    ("Sources/Explorer/A.swift", "import ScenarioFiles"),
    ("Sources/Trace/A.swift", "import Simulation"),
    ("Sources/Simulation/A.swift", "import Foundation"),
    ("Sources/Tokens/A.swift", "internal import COpenSSL"),
    ("Sources/Cryptography/A.swift", "import COpenSSL"),
    ("Sources/Explorer/A.swift", "@preconcurrency import struct CursesTerminal.FramePainter"),
  ])
  func `a file that crosses a border is found`(path: String, line: String) {
    let file = SourceFile(path: path, text: "// a comment\n\(line)\n")
    #expect(Imports.breaches(in: file).count == 1)
  }

  @Test func `what stands between triple quotes is no import, what stands behind them is`() {
    let file = SourceFile(
      path: "Sources/Wire/A.swift",
      text: "let script = \"\"\"\n  import json\n  \"\"\"\nimport Foundation\n")
    #expect(Imports.breaches(in: file) == ["Sources/Wire/A.swift:4: Wire must not use Foundation"])
  }

  @Test func `the manifest's reader sees targets, products and their dependencies`() {
    let manifest = Manifest(
      """
      // .target(name: "Gone"),
      .target(
        name: "A", dependencies: ["B", .product(name: "C", package: "c-package")],
        swiftSettings: strict),
      .testTarget(name: "ATests", dependencies: ["A"]),
      """)
    #expect(
      manifest.targets == [
        Manifest.Target(name: "A", dependencies: ["B", "C"], isTest: false),
        Manifest.Target(name: "ATests", dependencies: ["A"], isTest: true),
      ])
  }
}
