import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way from the words on the command line to an exit code.
enum Program {
  static func run(_ arguments: [String]) -> Never {
    do {
      try refuseKeys(in: arguments)
      var command = try CommandWords.parse(Array(arguments.dropFirst()))
      try command.run()
    } catch let failure as Failure {
      Output.error(Shown.lines(failure.message))
      exit(failure.code.rawValue)
    } catch let code as ExitCodes {
      exit(code.rawValue)
    } catch {
      end(error)
    }
    exit(ExitCodes.ok.rawValue)
  }

  /// A private key on the command line: said before anything repeats it in an error.
  private static func refuseKeys(in arguments: [String]) throws(Failure) {
    // Not by String's own search, which costs a fortieth of `token verify`.
    guard arguments.contains(where: { strstr($0, "PRIVATE KEY-----") != nil }) else { return }
    throw Failure(
      "An argument holds a private key, and everybody on this machine can read the arguments of a "
        + "process. Put it into a file that only you can read, and name the file.")
  }

  /// Help goes to standard output and is no failure; a usage that makes no sense is exit 2.
  private static func end(_ error: any Error) -> Never {
    let message = Authscope.fullMessage(for: error)
    if Authscope.exitCode(for: error) == .success {
      Output.line(message)
      exit(ExitCodes.ok.rawValue)
    }
    Output.error(Shown.lines(message))
    exit(ExitCodes.badInput.rawValue)
  }
}

/// The exit codes that scripts may rely on.
enum ExitCodes: Int32, Error {
  case ok = 0
  /// An expectation, a check or an audit failed.
  case failed = 1
  case badInput = 2
  case diverged = 3
  case newerFormat = 4
  // Of tokens: each kind of refusal is another answer.
  case malformedToken = 10
  case unsupportedAlgorithm = 11
  /// A bad signature, or a decryption that failed.
  case badSignature = 12
  /// Expired, or not yet valid.
  case expired = 13
  case refusedByPolicy = 14
  case noKey = 15
  case networkFailed = 20
  case providerError = 21
}

/// A mistake of the user or of a file, in words that name the place and the remedy.
struct Failure: Error {
  let message: String
  let code: ExitCodes

  init(_ message: String, _ code: ExitCodes = .badInput) {
    self.message = message
    self.code = code
  }
}

extension Failure: CustomStringConvertible {
  var description: String { message }
}
