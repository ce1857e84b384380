import FuzzProperties
import Glibc

// authscope-fuzz --property=NAME seeds FOLDER       writes the property's seeds
// authscope-fuzz --property=NAME [options] FOLDER…  lets libFuzzer look for an input that breaks it

/// libFuzzer's own loop, which `-sanitize=fuzzer` links in.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

nonisolated(unsafe) var chosen = FuzzProperty.all[0]

func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "w") else { preconditionFailure("cannot write \(path)") }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}

// libFuzzer starts itself again with the same arguments, and passes over those with two dashes.
let option = "--property="
let name = CommandLine.arguments.first { $0.hasPrefix(option) }?.dropFirst(option.count)
guard let property = FuzzProperty.all.first(where: { $0.name == name ?? "" }) else {
  print("\(option) one of " + FuzzProperty.all.map(\.name).joined(separator: ", "))
  exit(2)
}
chosen = property
if CommandLine.argc == 4, CommandLine.arguments[2] == "seeds" {
  for (index, seed) in try chosen.seeds().enumerated() {
    write(seed, to: "\(CommandLine.arguments[3])/seed-\(index)")
  }
  exit(0)
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { start, count in
    do {
      try chosen.check(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
      write(Array("\(chosen.name): \(error)\n".utf8), to: "/dev/stderr")
      abort()
    }
    return 0
  })
