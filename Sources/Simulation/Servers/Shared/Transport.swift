import Wire

/// What a server says about the channel: nothing in the clear (RFC 6797).
enum Transport {
  /// The answer of an https server to plain http: the same place, encrypted.
  static func redirect(_ request: Request) -> Response {
    var target = request.url
    target.scheme = "https"
    return Response(301, headers: Headers([Pair("Location", target.text)]))
  }

  /// Browsers heed the header only where it came over https (RFC 6797 8.1).
  static func announce(in response: inout Response, _ run: Run) {
    guard !run.isQuietlyOff("strict-transport") else { return }
    response.headers.append("Strict-Transport-Security", "max-age=31536000")
  }
}
