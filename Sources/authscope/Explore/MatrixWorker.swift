import Dispatch
import Explorer
import Simulation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Plays the matrix on other threads, so that keys never wait for it.
final class MatrixWorker: Sendable {
  private struct State {
    var waiting: [String] = []
    var finished: [MatrixResult] = []
    var threads = 0
  }

  private let state = Mutex(State())
  private let library: ScenarioLibrary

  init(_ library: ScenarioLibrary) { self.library = library }

  var engine: MatrixEngine {
    MatrixEngine(start: start, stop: stop, finished: finished)
  }

  /// One core is left to the keys.
  private static let mostThreads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)

  private func start(_ attacks: [String]) {
    let added = state.withLock { state in
      state.waiting += attacks.filter { !state.waiting.contains($0) }
      let added = max(0, min(Self.mostThreads - state.threads, state.waiting.count))
      state.threads += added
      return added
    }
    for _ in 0..<added { DispatchQueue.global(qos: .utility).async { self.work() } }
  }

  private func stop() { state.withLock { $0.waiting = [] } }

  private func finished() -> [MatrixResult] {
    state.withLock { state in
      defer { state.finished = [] }
      return state.finished
    }
  }

  private func work() {
    while let attack = next() {
      let result = play(attack)
      state.withLock { $0.finished.append(result) }
    }
  }

  /// The next attack; without one the thread ends.
  private func next() -> String? {
    state.withLock { state in
      if state.waiting.isEmpty {
        state.threads -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
  }

  private func play(_ attack: String) -> MatrixResult {
    do throws(Failure) {
      let scenario = try library.load(attack).scenario
      return MatrixResult(attack: attack, row: AttackMatrix.row(of: scenario))
    } catch {
      return MatrixResult(attack: attack, row: nil, failure: error.message)
    }
  }
}
