import Wire

extension Run {
  /// Where the browser goes on to after an answer: a redirect, or a form that it can fill in.
  func nextHop(after visit: Visit, _ response: Response) -> Visit? {
    guard visit.follow != .no else { return nil }
    if let target = world.browsers[visit.client].lastRedirect {
      if case .until(let stop) = visit.follow, target.text.hasPrefix(stop) { return nil }
      return redirected(visit, response, to: target)
    }
    // What is not shown nobody can fill in.
    if visit.purpose == .frame, world.browsers[visit.client].child == nil { return nil }
    return filledForm(visit, response)
  }

  /// 307 and 308 repeat the request with its body; the others become a GET (RFC 9110 15.4).
  private func redirected(_ visit: Visit, _ response: Response, to target: WireURL) -> Visit {
    var next = Visit(client: visit.client, method: "GET", url: target)
    next.parent = visit.parent
    next.purpose = visit.purpose
    next.follow = visit.follow
    next.fill = visit.fill
    guard response.headers["Location"] != nil else {
      // A script of the page has sent the window on.
      next.initiator = shownDocument(of: visit)
      return next
    }
    // A fragment stays, unless the redirect brings one of its own (RFC 9110 10.2.2).
    if target.fragment == nil { next.url.fragment = visit.url.fragment }
    next.initiator = visit.initiator
    // A redirect may change how much is told of the document (Fetch 4.4).
    if let policy = ReferrerPolicy(header: response.headers["Referrer-Policy"]) {
      next.initiator?.policy = policy
    }
    next.chain = visit.chain + [visit.url]
    if response.status == 307 || response.status == 308 {
      next.method = visit.method
      next.body = visit.body
      next.headers = visit.headers
    }
    return next
  }

  /// The document that the visit's window or frame shows.
  private func shownDocument(of visit: Visit) -> Document? {
    let browser = world.browsers[visit.client]
    return visit.parent == nil ? browser.document : browser.child?.document
  }

  /// The page's form with the values that the person has for its fields; nil when there is no form
  /// or the person has nothing for a field that has to be typed.
  private func filledForm(_ visit: Visit, _ response: Response) -> Visit? {
    guard !visit.fill.isEmpty || Page.submitsItself(response), response.status == 200,
      var form = HTMLForm.first(in: response.body)
    else { return nil }
    for field in form.fields where field.kind != .hidden {
      guard let value = visit.fill[field.name], form.fill(field.name, with: value) else {
        return nil
      }
    }
    let button =
      form.buttons.first { visit.fill[$0.name] == $0.value } ?? form.buttons.first
    guard let request = form.request(on: visit.url, pressing: button) else { return nil }
    if case .until(let stop) = visit.follow, Page.submitsItself(response),
      request.url.text.hasPrefix(stop)
    {
      return nil
    }
    var next = Visit(client: visit.client, method: request.method, url: request.url)
    next.headers = request.headers.fields
    next.body = request.body
    next.initiator = shownDocument(of: visit) ?? Document(url: visit.url)
    next.purpose = visit.purpose
    next.parent = visit.parent
    next.follow = visit.follow
    next.fill = visit.fill
    return next
  }
}
