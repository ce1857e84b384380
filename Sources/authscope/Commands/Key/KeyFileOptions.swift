import ArgumentParser
import ScenarioFiles
import Tokens
import Wire

/// The keys that a command about keys works on.
struct KeyFileOptions: ParsableArguments {
  @Argument(
    help: "Files with keys: PEM, DER, JWK or JWK Set; without one, or as -, standard input.")
  var files: [String] = []

  @Option(help: ArgumentHelp("Take only the key of this kid.", valueName: "kid"))
  var only: String?

  @OptionGroup var passphrase: PassphraseOptions

  /// The keys in the order of the files; notes go to standard error.
  func keys() throws(Failure) -> [JWK] {
    let source = KeySource(passphrase: try passphrase.bytes())
    var ring = KeyRing()
    for file in files.isEmpty ? ["-"] : files {
      if file == "-" {
        let bytes = try FileSystem.standardInput(limit: KeySource.sizeLimit)
        let reading = try KeySource.read(
          bytes, from: "standard input", passphrase: source.passphrase)
        ring.add(reading, from: "standard input")
      } else {
        ring.add(try source.file(file), from: file)
      }
    }
    for note in ring.notes { Output.note(note) }
    guard !ring.keys.isEmpty else {
      throw Failure("There is no key in \(files.joined(separator: ", ")).", .noKey)
    }
    return try chosen(ring.keys)
  }

  private func chosen(_ keys: [JWK]) throws(Failure) -> [JWK] {
    guard let only else { return keys }
    let found = keys.filter { $0.id?.hasSameBytes(as: only) ?? false }
    guard found.isEmpty else { return found }
    let names = keys.compactMap(\.id)
    let near = Nearest.word(to: only, among: names).map { " Did you mean \($0)?" } ?? ""
    let known = names.isEmpty ? "None has a kid." : "There are \(names.joined(separator: ", "))."
    throw Failure("No key has the kid \(only).\(near) \(known)", .noKey)
  }
}
