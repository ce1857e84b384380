import ArgumentParser
import Exporters
import Imports
import Simulation
import Trace

/// `authscope export`: a run in a form that others read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a run as a page, a lesson, a diagram, a HAR and more.",
    discussion: """
      A source is a scenario's id or file, a saved run, or a HAR. Secrets stand by their names unless \
      --reveal asks for the values. Forms: \(ExportForm.all.map(\.name).joined(separator: ", ")). \
      Example: authscope export oauth/code-flow --to html -o code-flow.html
      """)

  @Argument(help: "A scenario's id or file, a saved run, or a HAR.")
  var source: String

  @Option(name: .customLong("to"), help: ArgumentHelp("The form.", valueName: "form"))
  var form: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Write the secrets' values, not their names.")
  var reveal = false

  @OptionGroup var film: FilmOptions
  @OptionGroup var options: RunOptions

  func run() throws {
    let form = try chosen()
    let text = try text(form)
    guard let output else {
      Output.write(text, to: 1)
      return
    }
    try FileSystem.writeAtomically(Array(text.utf8), to: output)
    Output.note("\(output) written")
  }

  private func chosen() throws(Failure) -> ExportForm {
    if let form = ExportForm.named(form) { return form }
    let names = ExportForm.all.map(\.name)
    throw Failure("There is no form \(form); there are \(names.joined(separator: ", ")).")
  }

  private func text(_ form: ExportForm) throws(Failure) -> String {
    if FileSystem.exists(source), !source.hasSuffix(".yaml"), !source.hasSuffix(".yml") {
      if let imported = try HARFiles.readTelling(source) { return try text(imported, form) }
      let (saved, damage) = try RunFiles.read(source)
      if let damage { Output.note("\(source): \(damage); what stands before it is exported") }
      return try ExportText(saved.trace, RunFiles.title(of: saved), film, reveals: reveal).of(form)
    }
    let loaded = try ScenarioLibrary().load(source)
    let inputs = try options.inputs(for: loaded.scenario, variant: options.variant)
    return try ExportText(loaded, inputs, play(loaded.scenario, inputs), film, reveals: reveal)
      .of(form)
  }

  private func text(
    _ imported: HARImport.Imported, _ form: ExportForm
  ) throws(Failure) -> String {
    guard let write = form.write else {
      throw Failure("\(form.name) is about expectations: name a scenario, not a HAR.")
    }
    if let damage = imported.report.damage {
      Output.note("\(source): \(damage); what stands before it is exported")
    }
    return write(RunDocument(imported.trace, reveals: reveal))
  }
}
