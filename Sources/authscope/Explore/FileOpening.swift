import Dispatch
import Explorer
import ScenarioFiles
import Simulation
import Synchronization
import Trace

/// Opens files on another thread, so that keys never wait for a large one.
final class FileOpening: Sendable {
  private struct State {
    /// Grows with each file, so that news of a forgotten one is dropped.
    var turn = 0
    var news: OpeningNews?
  }

  /// The longest that one waits for a small file, before its progress is shown.
  private static let patience = DispatchTimeInterval.milliseconds(100)

  private let state = Mutex(State())
  private let library: ScenarioLibrary

  init(_ library: ScenarioLibrary) { self.library = library }

  var opener: FileOpener {
    FileOpener(start: start, stop: stop, news: news)
  }

  private func start(_ path: String) {
    let turn = state.withLock { state in
      state.turn += 1
      state.news = nil
      return state.turn
    }
    let done = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      self.work(path, turn)
      done.signal()
    }
    _ = done.wait(timeout: .now() + Self.patience)
  }

  private func stop() {
    state.withLock { state in
      state.turn += 1
      state.news = nil
    }
  }

  private func news() -> OpeningNews? {
    state.withLock { state in
      defer { state.news = nil }
      return state.news
    }
  }

  private func tell(_ news: OpeningNews, _ turn: Int) {
    state.withLock { state in
      if state.turn == turn { state.news = news }
    }
  }

  private func work(_ path: String, _ turn: Int) {
    do throws(Failure) {
      let reader = FileReader(library: library) { self.tell(.progress($0), turn) }
      tell(.opened(try reader.read(path)), turn)
    } catch {
      tell(.failed(error.message), turn)
    }
  }
}
