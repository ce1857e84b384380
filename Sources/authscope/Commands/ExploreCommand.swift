import ArgumentParser
import CellUI
import CursesTerminal
import Explorer
import Exporters
import Simulation

/// `authscope explore`, and `authscope` alone: the screen.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open the explorer, at the library or at a scenario.",
    discussion: "Example: authscope explore jwt/alg-none --step 5")

  @Argument(
    help: "A scenario's id or file, a saved run or a HAR file; without one the library opens.")
  var source: String?

  @Option(help: "Open this variant.")
  var variant: String?

  @Option(
    name: .customLong("set"),
    help: "Change a setting from the start: defences.pkce=off. Can be given more than once.")
  var settings: [String] = []

  @Option(help: "Draw other secrets.")
  var seed: UInt64?

  @Option(help: "Go to this message.")
  var step: Int?

  @Option(help: "A course of your own instead of the one that comes along.")
  var course: String?

  @Option(help: "dark, light, colour-blind or mono.")
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII only.")
  var ascii: Bool?

  @Flag(help: "Print numbered lines instead of a screen.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "With --plain: guide, comparison, mistakes, checklist, words or help.", valueName: "name"))
  var screen: String?

  @Flag(inversion: .prefixedNo, help: "Use the mouse, or leave it to the terminal.")
  var mouse: Bool?

  func run() throws {
    let library = try ScenarioLibrary()
    if let screen { return try print(screen, library) }
    if plain { return try source.map { try printPlain($0, library) } ?? Self.printLibrary() }
    // A mistake in what was named is told before the screen changes.
    if let source { try checkNames(source, library) }
    let (preferences, mistake) = Preferences.ofReader()
    let theme = try chosenTheme(preferences)
    let kept = ProgressFile()
    let (progress, warning) = kept.read()
    let model = try CourseLoading(library).model(file: course)
    let terminal = try openTerminal(mouse ?? preferences.mouse)
    var loop = ExplorerLoop(
      state: ExplorerState(
        course: model, progress: progress, size: terminal.size,
        zone: LocalZone { Clock.offset(at: $0) }, exports: Self.exports,
        settings: explorerSettings(preferences)),
      glyphs: ascii ?? preferences.ascii ?? !CursesTerminal.localeIsUTF8 ? .ascii : .unicode,
      host: host(library, terminal, kept, preferences))
    defer { terminal.close() }
    loop.lastPlace = PlaceJournal().last()
    if let source { begin(source, library, &loop) }
    if let warning = mistake ?? warning { loop.receive(.notice(warning)) }
    while !loop.isOver {
      if let frame = loop.frame() {
        terminal.draw(frame.grid, theme: theme, cursor: frame.cursor)
      }
      let events = terminal.nextEvents(
        timeoutMilliseconds: loop.isWorking ? Self.patience : nil)
      if events.contains(.closed) { return }
      loop.feed(events)
      loop.poll()
    }
  }

  private func explorerSettings(_ preferences: Preferences) -> ExplorerSettings {
    var settings = preferences.explorer
    settings.mouse = mouse ?? preferences.mouse
    return settings
  }

  private func begin(
    _ source: String, _ library: ScenarioLibrary, _ loop: inout ExplorerLoop
  ) {
    if library.isFileOnly(source) {
      loop.open(file: source, message: step)
    } else {
      loop.open(
        source, variant: variant,
        settings: (try? settings(for: library.load(source).scenario)) ?? [],
        seed: seed, message: step)
    }
  }

  private func checkNames(_ source: String, _ library: ScenarioLibrary) throws(Failure) {
    guard !library.isFileOnly(source) else { return }
    let scenario = try library.load(source).scenario
    _ = try RunOptions.known(variant, of: scenario)
    _ = try settings(for: scenario)
  }

  private func settings(for scenario: Scenario) throws(Failure) -> [Setting] {
    var out: [Setting] = []
    for text in settings { out.append(try RunOptions.setting(text, scenario)) }
    return out
  }

  private func host(
    _ library: ScenarioLibrary, _ terminal: CursesTerminal, _ kept: ProgressFile,
    _ preferences: Preferences
  ) -> ExplorerHost {
    let clipboard = Clipboard(way: preferences.copy, terminal: terminal.copyToClipboard)
    var host = ExplorerHost(
      loadScenario: { try library.load($0).scenario },
      readRun: { try NamedRun(Self.withHome($0), library).trace },
      matrix: MatrixWorker(library).engine, files: FileOpening(library).opener,
      play: { scenario, request in play(scenario, request.inputs) },
      keep: { try BranchKeeping(library: library).keep($0, $1, at: Self.withHome($0.path)) },
      readFile: { path in
        try FileSystem.contents(of: Self.withHome(path), limit: Self.largestFile)
      },
      now: { Clock.now }, saveProgress: { try kept.write($0) },
      exportProgress: { try kept.export($0, to: Self.withHome($1)) }, copy: clipboard.copy,
      suspend: { terminal.suspend() }, redraw: { terminal.redraw() })
    host.setMouse = { terminal.setMouse($0) }
    let journal = PlaceJournal()
    host.savePlace = { try journal.note($0) }
    host.resume = { try PlaceJournal.played($0, library) }
    return host
  }

  private static let exports = ExportForm.all.map {
    ExportChoice(name: $0.name, title: $0.title, fileExtension: $0.fileExtension)
  }

  /// How often one looks for what has been played, in milliseconds.
  private static let patience = 50

  private static let largestFile = 4 << 20

  /// `~` as the shell reads it: nobody expands it in a field of the screen.
  private static func withHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// By option, by configuration, else by NO_COLOR (no-color.org: what a user sets goes before it).
  private func chosenTheme(_ preferences: Preferences) throws(Failure) -> Theme {
    guard let theme else {
      return preferences.theme
        ?? Theme.choose(.dark, noColor: Environment["NO_COLOR"] != nil)
    }
    guard let named = Theme.named(theme) else {
      throw Failure(
        "There is no theme \(theme). There are \(Theme.all.map(\.name).joined(separator: ", ")).")
    }
    return named
  }

  /// A terminal that cannot be drawn on gets a word on what can be done instead.
  private func openTerminal(_ mouse: Bool) throws(Failure) -> CursesTerminal {
    let overSSH = Environment["SSH_CONNECTION"] != nil
    do throws(TerminalError) {
      return try CursesTerminal(
        TerminalOptions(
          type: Environment["TERM"], mouse: mouse,
          escapeDelayMilliseconds: overSSH ? 100 : 25))
    } catch {
      throw Failure(
        "\(error)\nUse `authscope explore SOURCE --plain` for numbered lines instead.")
    }
  }

  /// The library's lines are those of `authscope list`.
  private static func printLibrary() throws { try ListCommand.parse([]).run() }

  /// A screen without a run.
  private func print(_ name: String, _ library: ScenarioLibrary) throws(Failure) {
    guard let shown = PlainScreen(rawValue: name), plain, source == nil else {
      let names = PlainScreen.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure("--screen is for --plain without a source, and one of \(names).")
    }
    let model = try CourseLoading(library).model(file: course)
    Output.line(shown.text(model, ProgressFile().read().progress))
  }

  private func printPlain(_ source: String, _ library: ScenarioLibrary) throws(Failure) {
    if library.isFileOnly(source) { return try PlayCommand.show(source) }
    let scenario = try library.load(source).scenario
    let named = try RunOptions.known(variant, of: scenario)
    let inputs = RunInputs(
      variant: named ?? scenario.opens, settings: try settings(for: scenario), seed: seed)
    Output.line(PlainText.of(scenario, play(scenario, inputs)))
  }
}
