/// A form in which runs are written for others; every view lists what stands here.
package struct ExportForm: Hashable, Sendable {
  /// As the command line says it: `junit`.
  package let name: String
  package let title: String
  package let fileExtension: String

  package static let junit = ExportForm(
    name: "junit", title: "expectations and how they came out, for CI servers (JUnit XML)",
    fileExtension: "xml")

  package static let all: [ExportForm] = [.junit]
}
