import ArgumentParser

/// What `--lines` reads at most.
struct LineOptions: ParsableArguments {
  @Flag(
    help: """
      Take each line of standard input, or of --file, as a token of its own, and print a verdict \
      for each. Exit 0 when all are verified, else the code of the first refusal.
      """)
  var lines = false

  @Option(help: ArgumentHelp("With --lines, stop after so many.", valueName: "count"))
  var maxLines = 10_000_000

  @Option(help: ArgumentHelp("With --lines, stop after so many bytes.", valueName: "count"))
  var maxBytes = 4 << 30
}
