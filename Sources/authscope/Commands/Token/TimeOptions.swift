/// What options say about time.
enum TimeOptions {
  /// The moment that `--at` names; without it, now.
  static func moment(_ text: String?) throws(Failure) -> Int {
    let now = Clock.now
    guard let text else { return now }
    guard let moment = Moment.seconds(text, now: now) else {
      throw Failure("--at \(text) is no moment. Write \(Moment.forms).")
    }
    return moment
  }

  static func leeway(_ text: String) throws(Failure) -> Int {
    guard let span = TimeSpan.seconds(text) else {
      throw Failure("--leeway \(text) is no span of time. Write 60, 60s or 2m.")
    }
    return span
  }
}
