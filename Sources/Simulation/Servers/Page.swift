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
  /// Whether a script on the page sends the form as soon as the page is there.
  var submitsItself = false

  func response(status: Int = 200) -> Response {
    Response(
      status,
      headers: Headers([
        Pair("Content-Type", "text/html; charset=utf-8"), Pair("Cache-Control", "no-store"),
      ]), body: html)
  }

  private static let submission = "<script>document.forms[0].submit()</script>"

  /// Whether a browser that runs scripts goes on from the page by itself.
  static func submitsItself(_ response: Response) -> Bool { response.body.hasSuffix(submission) }

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
    return out + "</form>" + (submitsItself ? Self.submission : "")
  }

  private func input(_ field: Field) -> String {
    var out = "<input type=\"\(field.kind)\" name=\"\(HTMLText.escape(field.name))\""
    if !field.value.isEmpty { out += " value=\"\(HTMLText.escape(field.value))\"" }
    return out + ">"
  }
}
