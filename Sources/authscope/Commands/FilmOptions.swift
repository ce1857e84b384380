import ArgumentParser
import CellUI

/// How the screen of a film looks; for the form `cast` alone.
struct FilmOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Of a film: columns and rows.", valueName: "120x40"))
  var size = "120x40"

  @Option(help: "Of a film: dark, light, colour-blind or mono.")
  var theme = "dark"

  static var standard: FilmOptions {
    var options = FilmOptions()
    options.size = "120x40"
    options.theme = "dark"
    return options
  }

  func chosenSize() throws(Failure) -> Size {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (20...300).contains(parts[0]), (5...100).contains(parts[1]) else {
      throw Failure("--size \(size): write columns and rows, from 20x5 to 300x100, as 120x40.")
    }
    return Size(width: parts[0], height: parts[1])
  }

  func chosenTheme() throws(Failure) -> Theme {
    guard let named = Theme.named(theme) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw Failure("There is no theme \(theme). There are \(names).")
    }
    return named
  }
}
