// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in `./test` and in CI; a newer compiler's warnings must not stop a user's build.
let strict: [SwiftSetting] =
  Context.environment["AUTHSCOPE_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "authscope",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "authscope", targets: ["authscope"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // C libraries, each behind one Swift target.
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    // The layers, lowest first; each depends only on those above it in this list.
    .target(name: "Cryptography", dependencies: ["COpenSSL"], swiftSettings: strict),
    .target(name: "Wire", swiftSettings: strict),
    .target(name: "Ledger", swiftSettings: strict),
    .target(
      name: "Tokens", dependencies: ["CZlib", "Cryptography", "Ledger", "Wire"],
      swiftSettings: strict),
    .target(
      name: "Trace",
      dependencies: [
        "Cryptography", "Ledger", "Tokens", "Wire",
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ], swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["Cryptography", "Ledger", "Tokens", "Trace", "Wire"],
      swiftSettings: strict),
    .target(
      name: "ScenarioFiles",
      dependencies: ["CYaml", "Ledger", "Simulation", "Trace", "Wire"], swiftSettings: strict),
    .target(
      name: "Guide", dependencies: ["Ledger", "Tokens", "Trace", "Wire"], swiftSettings: strict),
    .target(
      name: "Imports", dependencies: ["Cryptography", "Tokens", "Trace", "Wire"],
      swiftSettings: strict),
    .target(
      name: "Exporters", dependencies: ["Cryptography", "Ledger", "Trace", "Wire"],
      swiftSettings: strict),
    .target(name: "Gateways", dependencies: ["CCurl", "Trace", "Wire"], swiftSettings: strict),
    .target(name: "CellUI", swiftSettings: strict),
    .target(name: "CursesTerminal", dependencies: ["CellUI", "CNcurses"], swiftSettings: strict),
    .target(
      name: "Explorer",
      dependencies: ["CellUI", "Guide", "Ledger", "Simulation", "Tokens", "Trace", "Wire"],
      swiftSettings: strict),
    .executableTarget(
      name: "authscope",
      dependencies: [
        "CursesTerminal", "Explorer", "Exporters", "Gateways", "Guide", "Imports",
        "ScenarioFiles", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // What fuzzers and the tests of their corpora hold of every reader.
    .target(
      name: "FuzzProperties",
      dependencies: ["Cryptography", "Guide", "Imports", "Ledger", "Tokens", "Trace", "Wire"],
      path: "Fuzzing/Properties", swiftSettings: strict),

    .testTarget(name: "BordersTests", swiftSettings: strict),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: strict),
    .testTarget(name: "WireTests", dependencies: ["Wire"], swiftSettings: strict),
    .testTarget(
      name: "TokensTests", dependencies: ["Tokens"], exclude: ["Peers/peers.py"],
      swiftSettings: strict),
    .testTarget(name: "TraceTests", dependencies: ["Trace"], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioFilesTests", dependencies: ["ScenarioFiles"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "CellUI", "Explorer", "Exporters", "Guide", "Imports", "ScenarioFiles", "Simulation",
        "Trace", "Wire",
      ],
      exclude: ["Audit/found.txt"], swiftSettings: strict),
    .testTarget(name: "CellUITests", dependencies: ["CellUI"], swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CursesTerminal"], swiftSettings: strict),
    .testTarget(name: "ExportersTests", dependencies: ["Exporters"], swiftSettings: strict),
    .testTarget(
      name: "ImportsTests", dependencies: ["Guide", "Imports"], swiftSettings: strict),
    .testTarget(
      name: "GatewaysTests", dependencies: ["Gateways", "Wire"], swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests", dependencies: ["Explorer", "ScenarioFiles"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzProperties"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["authscope", "CellUI", "Cryptography", "Explorer", "Tokens", "Wire"],
      exclude: ["Readers/pages.py", "Readers/diagrams.mjs"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6])

// Only scripts/fuzz builds the fuzzers: they need libFuzzer, which few toolchains bring.
if Context.environment["AUTHSCOPE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "authscope-fuzz", dependencies: ["FuzzProperties"], path: "Fuzzing/Driver",
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]))
}
