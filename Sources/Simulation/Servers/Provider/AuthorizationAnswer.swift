import Wire

/// Bringing the answer of the authorization endpoint to the client.
enum AuthorizationAnswer {
  static func make(
    _ parameters: [Pair], to uri: String, by mode: ResponseMode, status: Int = 303
  ) -> Response {
    switch mode {
    case .query: return redirect(RedirectURI.adding(parameters, to: uri), status)
    case .fragment: return redirect(uri + "#" + FormCoding.encode(parameters), status)
    case .formPost:
      // The browser sends the form by itself, so that nothing stands in a URL.
      var page = Page(
        title: "Going back",
        form: Page.Form(
          action: uri,
          fields: parameters.map { Page.Field(name: $0.name, kind: "hidden", value: $0.value) },
          buttons: [Page.Field(name: "", kind: "Go on", value: "")]))
      page.submitsItself = true
      return page.response()
    }
  }

  private static func redirect(_ target: String, _ status: Int) -> Response {
    Response(
      status,
      headers: Headers([Pair("Location", target), Pair("Cache-Control", "no-store")]))
  }
}
