/// The direction of the dependencies: for each target, what it may import, and nothing else.
///
/// ARCHITECTURE.md draws the same map. A new target or a new arrow is a decision: it is made there,
/// then here, then in Package.swift.
enum Layers {
  static let mayUse: [String: Set<String>] = [
    "COpenSSL": [], "CYaml": [], "CZlib": [], "CNcurses": [], "CCurl": [],
    "Cryptography": ["COpenSSL"],
    "Wire": [],
    "Ledger": [],
    "Tokens": ["CZlib", "Cryptography", "Ledger", "Wire"],
    "Trace": ["Cryptography", "HashTreeCollections", "Ledger", "Tokens", "Wire"],
    "Simulation": ["Cryptography", "Ledger", "Tokens", "Trace", "Wire"],
    "ScenarioFiles": ["CYaml", "Ledger", "Simulation", "Tokens", "Trace", "Wire"],
    "Guide": ["Ledger", "Tokens", "Trace", "Wire"],
    "Imports": ["Cryptography", "Tokens", "Trace", "Wire"],
    "Exporters": ["Cryptography", "Ledger", "Trace", "Wire"],
    "Gateways": ["CCurl", "Trace", "Wire"],
    "CellUI": [],
    "CursesTerminal": ["CNcurses", "CellUI"],
    "Explorer": ["CellUI", "Guide", "Ledger", "Simulation", "Tokens", "Trace", "Wire"],
    "FuzzProperties": [
      "Cryptography", "Guide", "Imports", "Ledger", "Tokens", "Trace", "Wire",
    ],
    "authscope-fuzz": ["FuzzProperties"],
    "authscope": [
      "ArgumentParser", "CellUI", "Cryptography", "CursesTerminal", "Dispatch", "Explorer",
      "Exporters", "Gateways", "Guide", "Imports", "Ledger", "ScenarioFiles", "Simulation", "Tokens",
      "Trace", "Wire",
    ],
  ]

  /// Modules of the toolchain that carry no clock, no files and no network of their own accord.
  static let everywhere: Set<String> = ["Darwin", "Glibc", "Musl", "Swift", "Synchronization"]

  /// Foundation is slow to start and knows clocks, files and the environment: only the edges may.
  static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]
  static let mayUseFoundation: Set<String> = ["ScenarioFiles", "authscope"]

  /// C modules, each with the one target that wraps it.
  static let wrapper = [
    "COpenSSL": "Cryptography", "CZlib": "Tokens", "CNcurses": "CursesTerminal",
    "CCurl": "Gateways", "CYaml": "ScenarioFiles",
  ]
}
