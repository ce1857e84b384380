import Explorer
import ScenarioFiles
import Simulation
import Wire

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a reader is, a line for each change: whatever ends the program, the last whole line holds.
final class PlaceJournal {
  private static let sizeLimit = 1 << 20
  private static let format: Int64 = 1

  /// Nil where there is no home: nothing is written then.
  let path: String?
  private var descriptor: Int32 = -1
  private var written = 0

  init(path: String? = Environment.stateFolder.map { $0 + "/place.jsonl" }) { self.path = path }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// The last line that is whole and means something.
  func last() -> Place? {
    guard let path, FileSystem.isFile(path),
      let bytes = try? FileSystem.contents(of: path, limit: Self.sizeLimit * 2)
    else { return nil }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast()
    for line in lines.reversed() {
      if let json = try? JSONValue.parse(Array(line)), let place = Self.place(json) { return place }
    }
    return nil
  }

  /// One write for each line. The file begins anew when it has grown long, whole at every moment.
  func note(_ place: Place) throws(Failure) {
    guard let path, let folder = Environment.stateFolder else { return }
    let line = Array(Self.json(place).text().utf8) + [10]
    if descriptor < 0 || written + line.count > Self.sizeLimit {
      if descriptor >= 0 { _ = close(descriptor) }
      try FileSystem.makeFolder(folder)
      try FileSystem.writeAtomically(line, to: path)
      descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      written = line.count
      return
    }
    let count = line.withUnsafeBytes { Self.systemWrite(descriptor, $0) }
    written += max(0, count)
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
  }

  // As JSON.

  private static func json(_ place: Place) -> JSONValue {
    [
      "authscope-place": .integer(format), "scenario": .string(place.scenario),
      "title": .string(place.title), "current": .integer(Int64(place.current)),
      "position": .integer(Int64(place.position)),
      "branches": .array(place.branches.map(json)),
      "answers": .array(
        place.answers.map {
          [
            "question": .string($0.key), "reply": .string($0.reply),
            "branch": .string($0.branch),
            "hints": .integer(Int64($0.hints)),
          ]
        }),
    ]
  }

  private static func json(_ branch: Place.Branch) -> JSONValue {
    [
      "name": .string(branch.name), "variant": branch.variant.map { .string($0) } ?? .null,
      "seed": branch.seed.map { .string(String($0)) } ?? .null,
      "settings": .array(branch.settings.map { .string($0) }),
      "changes": .array(branch.changes.map { .string($0) }),
      "furthest": .integer(Int64(branch.furthest)),
    ]
  }

  private static func place(_ json: JSONValue) -> Place? {
    guard json["authscope-place"]?.integer == format, let id = json["scenario"]?.string,
      let branches = json["branches"]?.array?.compactMap(branch), !branches.isEmpty
    else { return nil }
    return Place(
      scenario: id, title: json["title"]?.string ?? id, branches: branches,
      current: number(json["current"]), position: number(json["position"]),
      answers: (json["answers"]?.array ?? []).compactMap { answer in
        answer["question"]?.string.map {
          Place.Answer(
            key: $0, reply: answer["reply"]?.string ?? "open",
            branch: answer["branch"]?.string ?? "", hints: number(answer["hints"]))
        }
      })
  }

  private static func branch(_ json: JSONValue) -> Place.Branch? {
    guard let name = json["name"]?.string else { return nil }
    return Place.Branch(
      name: name, variant: json["variant"]?.string,
      seed: json["seed"]?.string.flatMap { UInt64($0) },
      settings: (json["settings"]?.array ?? []).compactMap(\.string),
      changes: (json["changes"]?.array ?? []).compactMap(\.string),
      furthest: number(json["furthest"]))
  }

  private static func number(_ json: JSONValue?) -> Int {
    json?.integer.flatMap { Int(exactly: $0) }.map { max(0, $0) } ?? 0
  }

  /// The scenario of a place with what to play; throws when it is not what it was.
  static func played(_ place: Place, _ library: ScenarioLibrary) throws(Failure) -> PlayedPlace {
    let scenario = try library.load(place.scenario).scenario
    var requests: [RunRequest] = []
    for branch in place.branches {
      let variant = try RunOptions.known(branch.variant, of: scenario)
      var request = RunRequest(scenario: scenario.id, variant: variant, seed: branch.seed)
      for text in branch.settings {
        request.settings.append(try RunOptions.setting(text, scenario))
      }
      for text in branch.changes {
        request.interventions.append(try RunOptions.change(text, scenario))
      }
      requests.append(request)
    }
    return PlayedPlace(place: place, scenario: scenario, requests: requests)
  }
}
