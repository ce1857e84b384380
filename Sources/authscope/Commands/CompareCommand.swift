import ArgumentParser
import Simulation

/// `authscope compare`: one workload under every mechanism, measured.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "One workload under sessions, JWTs and OAuth: what each needs, measured.",
    discussion: """
      So many users sign in, open so many pages at an even pace, and sign out. The simulated servers \
      play it once for each mechanism, and every figure is counted from what they did. \
      Example: authscope compare --users 50 --pages 100 --servers 8 --lifetime 5m
      """)

  @Option(help: ArgumentHelp("Users who sign in, 1 to 500 (default: 10).", valueName: "count"))
  var users: Int?

  @Option(help: ArgumentHelp("Pages that each of them opens (default: 20).", valueName: "count"))
  var pages: Int?

  @Option(help: ArgumentHelp("App or API servers, 1 to 64 (default: 3).", valueName: "count"))
  var servers: Int?

  @Option(
    help: ArgumentHelp(
      "Time between two pages of a user, a second for each user at least (default: 60s).",
      valueName: "time"))
  var pause: String?

  @Option(
    help: ArgumentHelp("How long an access token lives (default: 15m).", valueName: "time"))
  var lifetime: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let load = try load()
    let costs = MechanismCost.all(load)
    Output.line(
      json
        ? ComparisonReport.json(load, costs).prettyText(indent: 2)
        : ComparisonReport.text(load, costs))
  }

  private func load() throws(Failure) -> ComparedLoad {
    var load = ComparedLoad()
    load.users = users ?? load.users
    load.pages = pages ?? load.pages
    load.servers = servers ?? load.servers
    load.pause = try Self.seconds(pause, "--pause") ?? load.pause
    load.lifetime = try Self.seconds(lifetime, "--lifetime") ?? load.lifetime
    for field in ComparedLoad.Field.allCases where !field.bounds.contains(load[field]) {
      throw Failure(
        "--\(field.rawValue) is \(load[field]); it goes from \(field.bounds.lowerBound) to "
          + "\(field.bounds.upperBound).")
    }
    guard load.allPages <= ComparedLoad.mostPages else {
      throw Failure(
        "--users times --pages is \(load.allPages); \(ComparedLoad.mostPages) pages at most.")
    }
    return load.clamped
  }

  private static func seconds(_ text: String?, _ option: String) throws(Failure) -> Int? {
    guard let text else { return nil }
    guard let seconds = TimeSpan.seconds(text) else {
      throw Failure("\(option) \(text) is no span of time: 90s, 15m, 1h30m, 7d.")
    }
    return seconds
  }
}
