import Wire

/// What a person reads of a body: a page without its tags and with its forms, else its lines.
enum PageText {
  static func lines(_ body: String) -> [String] {
    guard body.utf8.first(where: { $0 > 32 }) == UInt8(ascii: "<") else {
      return body.split(separator: "\n").map(String.init)
    }
    let text = HTMLText.visibleText(of: body).split(separator: "\n").map(String.init)
    let forms = HTMLForm.all(in: body).map { form in
      "(a form: \(form.method) \(form.action) \(form.fields.map(\.name).joined(separator: ", ")))"
    }
    return text + forms
  }
}
