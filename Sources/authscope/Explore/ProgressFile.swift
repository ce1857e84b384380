import Explorer
import Wire

/// A reader's progress, in one readable file.
struct ProgressFile {
  private static let format: Int64 = 1
  private static let sizeLimit = 4 << 20

  /// Nil where there is no home: progress then lasts as long as the program.
  let path: String?

  init() { path = Environment.stateFolder.map { $0 + "/progress.json" } }

  /// The progress kept; none where there is no file. A file that cannot be read is put aside, never
  /// written over.
  func read() -> (progress: Progress, warning: String?) {
    guard let path, FileSystem.isFile(path) else { return (Progress(), nil) }
    do {
      let bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
      let json = try JSONValue.parse(bytes)
      guard json["authscope-progress"]?.integer == Self.format else {
        return try putAside(path, "is not a progress file of format 1")
      }
      return (Self.progress(json), nil)
    } catch {
      return (try? putAside(path, "cannot be read")) ?? (Progress(), "\(path) cannot be read")
    }
  }

  private func putAside(
    _ path: String, _ why: String
  ) throws(Failure) -> (progress: Progress, warning: String?) {
    let aside = path + ".damaged"
    let bytes = try FileSystem.contents(of: path, limit: Self.sizeLimit)
    try FileSystem.writeAtomically(bytes, to: aside)
    return (Progress(), "\(path) \(why); it is kept as \(aside)")
  }

  func write(_ progress: Progress) throws(Failure) {
    guard let path, let folder = Environment.stateFolder else { return }
    try FileSystem.makeFolder(folder)
    try FileSystem.writeAtomically(Array(Self.json(progress).prettyText(indent: 2).utf8), to: path)
  }

  /// Into a new file of the reader's; nothing is written over.
  func export(_ progress: Progress, to path: String) throws(Failure) -> String {
    guard !FileSystem.exists(path) else { throw Failure("\(path) is there already.") }
    try FileSystem.writeAtomically(Array(Self.json(progress).prettyText(indent: 2).utf8), to: path)
    return "Your progress is in \(path)."
  }

  static func json(_ progress: Progress) -> JSONValue {
    var lessons = JSONObject()
    for (id, lesson) in progress.lessons.sorted(by: { $0.key < $1.key }) {
      var answers = JSONObject()
      for (step, answer) in lesson.answers.sorted(by: { $0.key < $1.key }) {
        answers[step] = .string(answer.rawValue)
      }
      lessons[id] = [
        "finished": .bool(lesson.finished), "hints": .integer(lesson.hints),
        "answers": .object(answers),
        "moves": .object(
          JSONObject(
            lesson.moves.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer($0.value)) })),
      ]
    }
    return [
      "authscope-progress": .integer(format), "tour": .bool(progress.tourSeen),
      "lessons": .object(lessons),
    ]
  }

  private static func progress(_ json: JSONValue) -> Progress {
    var out = Progress(tourSeen: json["tour"]?.bool ?? false)
    for member in json["lessons"]?.object?.members ?? [] {
      var lesson = Progress.Lesson()
      lesson.finished = member.value["finished"]?.bool ?? false
      lesson.hints = member.value["hints"]?.integer.flatMap { Int(exactly: $0) } ?? 0
      for answer in member.value["answers"]?.object?.members ?? [] {
        lesson.answers[answer.name] = answer.value.string.flatMap { .init(rawValue: $0) }
      }
      for moves in member.value["moves"]?.object?.members ?? [] {
        lesson.moves[moves.name] = moves.value.integer.flatMap { Int(exactly: $0) }
      }
      out.lessons[member.name] = lesson
    }
    return out
  }
}
