/// A branch that is to be written into a file.
package struct KeepRequest: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// A copy of the scenario with one variant more, of that name.
    case variant(String)
    /// The run itself, to be played again and compared.
    case savedRun
    /// One of the registered exports, by its name.
    case export(String)
  }

  package let form: Form
  package let run: RunRequest
  /// What the branch is called and what was changed, for the file's own words.
  package let title: String
  package let path: String

  package init(form: Form, run: RunRequest, title: String, path: String) {
    self.form = form
    self.run = run
    self.title = title
    self.path = path
  }
}

/// A form in which a run can be written for others; the host says which there are.
package struct ExportChoice: Hashable, Sendable {
  /// `junit`.
  package let name: String
  package let title: String
  /// `xml`.
  package let fileExtension: String

  package init(name: String, title: String, fileExtension: String) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
  }
}
