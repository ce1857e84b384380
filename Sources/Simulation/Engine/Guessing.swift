import Trace
import Wire

extension Run {
  /// An attacker's program: one request for each value that the own one leads to, until one of them
  /// opens the page.
  func perform(_ guess: Guess, with visit: Visit) {
    guard isThere(guess.own) else { return }
    turns(on: "random-ids")
    let name = asFound(Pair(guess.cookie, text(guess.own))).name
    let values = candidates(guess)
    // Counted ones are the same with every seed.
    trace.identifiers += values.filter { Int64($0) == nil }
    for value in values {
      var attempt = visit
      attempt.cookies.append(Pair(name, value))
      browse(attempt)
      if world.browsers[visit.client].lastResponse?.status == 200 { return }
    }
  }

  /// Neighbours of a counted id; the milliseconds around a clock's; nothing but chance for others.
  private func candidates(_ guess: Guess) -> [String] {
    let own = text(guess.own)
    if let number = Int64(own) {
      return (1...guess.tries).map { String(number + Int64($0)) }
    }
    if let id = TimeUUID(own) {
      // Nearest first: 0, 1, -1, 2, -2 and so on.
      return (0..<guess.tries).map { index in
        let offset = Int64(index + 1) / 2 * (index % 2 == 0 ? -1 : 1)
        return id.shifted(byMilliseconds: guess.apart.milliseconds + offset).text
      }
    }
    return (0..<guess.tries).map { _ in Base64.url(draw("guess", bytes: 16)) }
  }
}
