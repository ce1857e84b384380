import CellUI
import Simulation
import Trace

/// Changes the state by what has happened; says what is to be done outside.
package func update(_ state: inout ExplorerState, _ message: Message) -> [Effect] {
  switch message {
  case .input(let event): return state.receive(event)
  case .loaded(let scenario): return state.loaded(scenario)
  case .ran(let request, let trace): return state.ran(request, trace)
  case .failed(let text):
    state.opening = nil
    state.notice = text
    return []
  case .resumed(let place, let traces):
    state.resumed(place, traces)
    return []
  case .notice(let text):
    state.notice = text
    return []
  case .clock(let seconds):
    state.now = seconds
    return []
  case .read(let file, let bytes):
    state.read(file, bytes)
    return []
  case .measured(let load, let costs):
    state.guide.measured(load, costs)
    return []
  case .runRead(let source, let trace):
    state.compare(with: source, trace)
    return []
  case .opening(let news): return state.receive(news)
  case .played(let result):
    state.receive(result)
    return []
  }
}

extension ExplorerState {
  /// Begins with a scenario instead of the library; the effect is to be done by the host.
  package mutating func open(
    _ id: String, variant: String? = nil, settings: [Setting] = [], seed: UInt64? = nil,
    message: Int? = nil
  ) -> [Effect] {
    opening = Opening(
      id: id, variant: variant, settings: settings, seed: seed, message: message)
    return [.loadScenario(id)]
  }

  fileprivate mutating func receive(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let press): return receive(press)
    case .resize(let size):
      self.size = size
      return []
    case .closed:
      hasQuit = true
      return [.quit]
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return receive(mouse)
    case .oversizedPaste(let count):
      notice = "A paste of \(count) bytes is too long; open it as a file instead (:open-file)."
      return []
    case .focus: return []
    }
  }

  private mutating func receive(_ press: KeyPress) -> [Effect] {
    notice = reading?.words
    if reading != nil, press.key == .esc { return stopReading() }
    if overlay != nil { return receiveInOverlay(press) }
    if screen == .bench, typeOnBench(press) { return [] }
    if screen == .guide, guide.isTyping {
      typeInGuide(press)
      return []
    }
    if screen == .library, library.isTyping {
      return perform(library.type(press))
    }
    let context = keyContext
    guard let command = keys.command(for: press, in: context) else {
      notice = "\(press) does nothing here. \(keys.name(.help, in: context)) shows all keys."
      return []
    }
    return perform(command)
  }

  var keyContext: KeyContext {
    switch screen {
    case .library: .library
    case .run: .run
    case .bench: .bench
    case .guide: .guide
    case .compare: .compare
    case .matrix: .matrix
    case .help: .help
    }
  }

  /// Does a command, or says why it does nothing here.
  mutating func perform(_ command: Command) -> [Effect] {
    if let reason = disabledReason(command) {
      notice = reason
      return []
    }
    switch command {
    case .exit: return leaveProgram()
    case .quit: return quit()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .mouse: return toggleMouse()
    case .resume: return resume()
    case .help:
      screen = .help(over: screen, scroll: 0)
      return []
    case .palette:
      overlay = .palette(PaletteState())
      return []
    case .guide: return openGuide(nil)
    case .decide: return openGuide(.decide)
    case .comparison: return openGuide(.compare)
    case .mistakes: return openGuide(.mistakes)
    case .checklist: return openGuide(.checklist)
    case .words: return openGuide(.words)
    case .glossary:
      openGlossary()
      return []
    case .exportProgress:
      overlay = .exportProgress(TextField("authscope-progress.json"))
      return []
    case .matrix:
      openMatrix()
      return []
    case .bench, .pasteToken, .openFile, .sampleToken:
      openBench(by: command)
      return []
    default: return performOnScreen(command)
    }
  }

  private mutating func performOnScreen(_ command: Command) -> [Effect] {
    switch screen {
    case .library: return perform(library.perform(command))
    case .run: return performInRun(command)
    case .bench: return performOnBench(command)
    case .guide: return performInGuide(command)
    case .compare: return performInCompare(command)
    case .matrix: return performInMatrix(command)
    case .help(let over, let scroll):
      performInHelp(command, over: over, scroll: scroll)
      return []
    }
  }

  private mutating func perform(_ request: LibraryState.Request) -> [Effect] {
    switch request {
    case .none: return []
    case .open(let id): return open(id)
    }
  }

  private mutating func quit() -> [Effect] {
    switch screen {
    case .library: return leaveProgram()
    case .run:
      screen = runReturn == .matrix && matrix != nil ? .matrix : .library
      library.select(id: run?.scenario.id)
      return []
    case .bench:
      leaveBench()
      return []
    case .guide:
      screen = guide.origin
      return []
    case .compare:
      leaveCompare()
      return []
    case .matrix:
      leaveMatrix()
      return []
    case .help(let over, _):
      screen = over
      return []
    }
  }

  private mutating func leaveProgram() -> [Effect] {
    hasQuit = true
    return [.quit]
  }
}
