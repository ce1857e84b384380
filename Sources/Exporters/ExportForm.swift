/// A form in which runs are written for others; every view lists what stands here.
package struct ExportForm: Sendable {
  /// As the command line says it: `mermaid`.
  package let name: String
  package let title: String
  package let fileExtension: String
  /// Writes a run; nil for the forms that need more than the run: its expectations, the screen.
  package let write: (@Sendable (RunDocument) -> String)?

  package static let junit = ExportForm(
    name: "junit", title: "expectations and how they came out, for CI servers (JUnit XML)",
    fileExtension: "xml", write: nil)

  package static let cast = ExportForm(
    name: "cast", title: "a film of the screen with a marker at each step (asciicast v2)",
    fileExtension: "cast", write: nil)

  package static let all: [ExportForm] = [
    ExportForm(
      name: "html", title: "one page to step through in a browser, without a network",
      fileExtension: "html", write: { HTMLExport.text($0) }),
    ExportForm(
      name: "markdown", title: "a lesson with diagram and explanations", fileExtension: "md",
      write: { MarkdownExport.text($0) }),
    ExportForm(
      name: "mermaid", title: "a sequence diagram", fileExtension: "mmd",
      write: { MermaidExport.text($0) }),
    ExportForm(
      name: "har", title: "HTTP Archive 1.2, for browsers' tools and mitmproxy",
      fileExtension: "har", write: { HARExport.text($0) }),
    ExportForm(
      name: "json", title: "every event, for programs", fileExtension: "json",
      write: { DataExport.text($0) }),
    ExportForm(
      name: "curl", title: "the requests as commands", fileExtension: "sh",
      write: { CurlExport.text($0) }),
    cast, junit,
  ]

  package static func named(_ name: String) -> ExportForm? { all.first { $0.name == name } }
}
