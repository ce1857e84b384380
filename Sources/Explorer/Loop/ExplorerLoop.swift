import CellUI
import Simulation

/// Takes events and gives frames; knows no terminal.
///
/// The executable reads all events that are there, feeds them, and draws one frame:
/// `loop.feed(events); if let frame = loop.frame() { screen.draw(frame) }` until `isOver`.
package struct ExplorerLoop {
  package private(set) var state: ExplorerState
  package let glyphs: Glyphs
  private let host: ExplorerHost
  /// Scenarios that have been read, by id.
  private var scenarios: [String: Scenario] = [:]
  private var shown: Frame?
  private var savedPlace: Place?

  package init(state: ExplorerState, glyphs: Glyphs, host: ExplorerHost) {
    self.state = state
    self.glyphs = glyphs
    self.host = host
  }

  /// Where the reader was when the program ended the last time.
  package var lastPlace: Place? {
    get { state.lastPlace }
    set { state.lastPlace = newValue }
  }

  package var isOver: Bool { state.hasQuit }

  /// Begins with a scenario instead of the library.
  package mutating func open(
    _ id: String, variant: String? = nil, settings: [Setting] = [], seed: UInt64? = nil,
    message: Int? = nil
  ) {
    perform(
      state.open(id, variant: variant, settings: settings, seed: seed, message: message))
  }

  /// Begins with a file instead of the library.
  package mutating func open(file path: String, message: Int? = nil) {
    perform(state.open(file: path, message: message))
  }

  package mutating func feed(_ events: [InputEvent]) {
    receive(.clock(host.now()))
    for event in events where !isOver { receive(.input(event)) }
    savePlace()
  }

  package mutating func receive(_ message: Message) { perform(update(&state, message)) }

  /// Whether something is being played beside the keys: `poll` brings what comes of it.
  package var isWorking: Bool { state.reading != nil || state.matrix?.isWorking ?? false }

  package mutating func poll() {
    for result in host.matrix.finished() { receive(.played(result)) }
    while state.reading != nil, let news = host.files.news() { hear(news) }
  }

  /// The frame to draw; nil when it is the one that was given last.
  package mutating func frame() -> Frame? {
    let frame = render(state, state.size, glyphs)
    guard frame != shown else { return nil }
    shown = frame
    return frame
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .loadScenario(let id): load(id)
    case .run(let request):
      guard let scenario = scenarios[request.scenario] else { return }
      receive(.ran(request, host.play(scenario, request)))
    case .read(let file):
      do {
        receive(.read(file, try host.readFile(file.path)))
      } catch {
        receive(.failed("\(error)"))
      }
    case .readRun(let source):
      do {
        receive(.runRead(source, try host.readRun(source)))
      } catch {
        receive(.failed("\(error)"))
      }
    case .open(let path):
      host.files.start(path)
      poll()
    case .stopOpening: host.files.stop()
    case .playMatrix(let attacks): host.matrix.start(attacks)
    case .stopMatrix: host.matrix.stop()
    case .saveProgress(let progress):
      do { try host.saveProgress(progress) } catch { receive(.failed("\(error)")) }
    case .exportProgress(let progress, let path):
      do {
        receive(.notice(try host.exportProgress(progress, path)))
      } catch {
        receive(.failed("\(error)"))
      }
    case .keep(let request): keep(request)
    case .copy(let text): receive(.notice(host.copy(text)))
    case .measure(let load): receive(.measured(load, MechanismCost.all(load)))
    case .mouse(let isOurs): host.setMouse(isOurs)
    case .resume(let place): resume(place)
    case .redraw:
      host.redraw()
      shown = nil
    case .suspend:
      host.suspend()
      shown = nil
    case .quit: break
    }
  }

  /// Written after each burst of keys; a failure is told once.
  private mutating func savePlace() {
    guard let place = state.place, place != savedPlace else { return }
    let isFirst = savedPlace == nil
    savedPlace = place
    do { try host.savePlace(place) } catch  where isFirst { receive(.failed("\(error)")) } catch {}
  }

  private mutating func resume(_ place: Place) {
    guard let resume = host.resume else { return }
    do {
      let played = try resume(place)
      scenarios[played.scenario.id] = played.scenario
      receive(.resumed(played, played.requests.map { host.play(played.scenario, $0) }))
    } catch {
      receive(.failed("\(error)"))
    }
  }

  private mutating func hear(_ news: OpeningNews) {
    if case .opened(.run(let opened)) = news {
      scenarios[opened.request.scenario] = opened.scenario
    }
    receive(.opening(news))
  }

  private mutating func keep(_ request: KeepRequest) {
    guard let branch = state.run?.branch(playing: request.run), let run = state.run else { return }
    do {
      receive(.notice(try host.keep(request, run.branches[branch].played.trace)))
    } catch {
      receive(.failed("\(error)"))
    }
  }

  private mutating func load(_ id: String) {
    do {
      let scenario = try host.loadScenario(id)
      scenarios[id] = scenario
      receive(.loaded(scenario))
    } catch {
      receive(.failed("\(error)"))
    }
  }
}
