import Wire

/// A small HTML page, made and read as HTML so that browsers really fill in forms.
struct Page {
  struct Field {
    let name: String
    let kind: String
    let value: String
  }

  struct Form {
    let action: String
    let fields: [Field]
    /// Submit buttons; the first one is what a person presses who agrees.
    let buttons: [Field]
  }

  var title: String
  var paragraphs: [String] = []
  var form: Form?

  func response(status: Int = 200) -> Response {
    Response(
      status,
      headers: Headers([
        Pair("Content-Type", "text/html; charset=utf-8"), Pair("Cache-Control", "no-store"),
      ]), body: html)
  }

  private var html: String {
    var out = "<!doctype html><title>\(HTMLText.escape(title))</title>"
    out += "<h1>\(HTMLText.escape(title))</h1>"
    for text in paragraphs { out += "<p>\(HTMLText.escape(text))</p>" }
    guard let form else { return out }
    out += "<form method=\"post\" action=\"\(HTMLText.escape(form.action))\">"
    for field in form.fields { out += input(field) }
    for button in form.buttons {
      out += "<button name=\"\(HTMLText.escape(button.name))\" "
      out += "value=\"\(HTMLText.escape(button.value))\">\(HTMLText.escape(button.kind))</button>"
    }
    return out + "</form>"
  }

  private func input(_ field: Field) -> String {
    var out = "<input type=\"\(field.kind)\" name=\"\(HTMLText.escape(field.name))\""
    if !field.value.isEmpty { out += " value=\"\(HTMLText.escape(field.value))\"" }
    return out + ">"
  }
}
