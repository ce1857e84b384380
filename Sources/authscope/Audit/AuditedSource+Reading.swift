import Guide
import ScenarioFiles
import Simulation
import Tokens
import Trace
import Wire

extension AuditedSource {
  /// A token, a header, and whatever else is no file of a recording.
  private static let textLimit = 1 << 20

  /// What an argument names: a scenario before a file, a file by its content, then a token or a
  /// header by its looks.
  static func read(_ argument: String, _ options: RunOptions) throws(Failure) -> AuditedSource {
    let library = try ScenarioLibrary()
    let (id, variant) = parts(of: argument)
    if argument == "-" {
      try refuse(options)
      return try text(
        FileSystem.standardInput(limit: textLimit), name: "standard input", file: nil)
    }
    if library.isFileOnly(argument) {
      try refuse(options)
      return try file(argument)
    }
    if FileSystem.isFile(id) || FileSystem.isFile("\(library.folder)/\(id).yaml") {
      return try scenario(id, variant, options, library)
    }
    guard !FileSystem.exists(argument), let found = recognised(argument, file: nil) else {
      // The library's own sentence, with what may be meant.
      _ = try library.file(of: id)
      throw Failure("\(argument): there is no such scenario, file, token or cookie.")
    }
    try refuse(options)
    return try judged(found)
  }

  private static func parts(of argument: String) -> (id: String, variant: String?) {
    guard !FileSystem.isFile(argument), let mark = argument.lastIndex(of: "#") else {
      return (argument, nil)
    }
    return (String(argument[..<mark]), String(argument[argument.index(after: mark)...]))
  }

  private static func refuse(_ options: RunOptions) throws(Failure) {
    guard options.isEmpty else {
      throw Failure("--variant, --set, --seed and --change are for scenarios, which are played.")
    }
  }

  // Scenarios.

  private static func scenario(
    _ id: String, _ variant: String?, _ options: RunOptions, _ library: ScenarioLibrary
  ) throws(Failure) -> AuditedSource {
    if let variant, let other = options.variant, other != variant {
      throw Failure("\(id)#\(variant) names one variant, --variant \(other) another.")
    }
    let loaded = try library.load(id)
    // `main` is the scenario as it stands, as on the screen.
    let named = options.variant ?? (variant == "main" ? nil : variant)
    let inputs = try options.inputs(for: loaded.scenario, variant: named)
    let lines = loaded.scenario.allSteps.map { ($0.id, $0.place?.line ?? 1) }
    return AuditedSource(
      name: loaded.scenario.id + (named.map { "#\($0)" } ?? ""),
      content: .trace(play(loaded.scenario, inputs)),
      file: library.shown(try library.file(of: id)),
      lines: .steps(Dictionary(lines, uniquingKeysWith: { first, _ in first })))
  }

  // Files.

  private static func file(_ path: String) throws(Failure) -> AuditedSource {
    if let imported = try HARFiles.read(path) {
      if let damage = imported.report.damage { Output.note("\(path): \(damage)") }
      return AuditedSource(
        name: path, content: .trace(imported.trace), file: path,
        lines: .entries { EntryLines.ofFile(path) })
    }
    if SavedRun.begins(try beginning(of: path)) {
      let (saved, damage) = try RunFiles.read(path)
      if let damage { Output.note("\(path): \(damage); what stands before it is audited") }
      return AuditedSource(name: path, content: .trace(saved.trace), file: path, lines: .savedRun)
    }
    return try text(
      FileSystem.contents(of: path, limit: textLimit), name: path, file: path)
  }

  private static func beginning(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = try FileSystem.opened(path)
    defer { FileSystem.closed(descriptor) }
    return try FileSystem.piece(of: descriptor, path, size: 64)
  }

  private static func text(
    _ bytes: [UInt8], name: String, file: String?
  ) throws(Failure) -> AuditedSource {
    let text = InputText.trimmed(InputText.read(bytes))
    guard let found = recognised(text, file: file) else {
      throw Failure(
        "\(name): this is no scenario, saved run, HAR, token or Set-Cookie header. A scenario's "
          + "file ends in .yaml.")
    }
    return try judged(found)
  }

  // Tokens and headers.

  /// `a.b.c` is a token, `name=value; ...` a cookie, with or without what stands before them in a
  /// message.
  private static func recognised(_ text: String, file: String?) -> AuditedSource? {
    if let value = header("Set-Cookie", text) {
      return AuditedSource(name: "Set-Cookie", content: .cookie(value), file: file, lines: .none)
    }
    var token = header("Authorization", text) ?? text
    for scheme in ["Bearer ", "DPoP "] where ASCII.hasPrefixFolded(token, scheme) {
      token = ASCII.trimmed(token.dropFirst(scheme.count))
    }
    if isToken(token) {
      return AuditedSource(name: "the token", content: .token(token), file: file, lines: .none)
    }
    guard isCookie(text) else { return nil }
    return AuditedSource(name: "Set-Cookie", content: .cookie(text), file: file, lines: .none)
  }

  /// The value of a header's line.
  private static func header(_ name: String, _ text: String) -> String? {
    guard ASCII.hasPrefixFolded(text, name + ":") else { return nil }
    return ASCII.trimmed(text.dropFirst(name.count + 1))
  }

  /// Three parts or five of base64url, the first of which begins an object of JSON.
  private static func isToken(_ text: String) -> Bool {
    let dots = text.utf8.count { $0 == UInt8(ascii: ".") }
    guard dots == 2 || dots == 4, text.hasPrefix("ey") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "="):
        true
      default: false
      }
    }
  }

  private static func isCookie(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "="), !text.contains("\n") else { return false }
    let name = text[..<equals]
    return !name.isEmpty && !name.contains { " \t/;{\"".contains($0) }
  }

  /// A token that cannot be read is a mistake of whoever sent it here.
  private static func judged(_ source: AuditedSource) throws(Failure) -> AuditedSource {
    guard case .token(let text) = source.content,
      text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2
    else { return source }
    do throws(TokenError) {
      _ = try UnverifiedToken(text)
    } catch {
      throw Failure("The token cannot be read: \(error)")
    }
    return source
  }
}
