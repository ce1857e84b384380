import Trace
import Wire

// Where a value has been seen on its way: what the channels of a thief show.
extension Run {
  private var sentRequests: some Sequence<SentRequest> {
    trace.records.lazy.compactMap { record in
      if case .sent(let sent) = record.event { sent } else { nil }
    }
  }

  /// Whether a message over plain http carried the cookie value.
  func travelledInTheClear(_ value: String) -> Bool {
    sentRequests.contains { sent in
      !sent.request.url.isSecure && sent.request.cookies.contains { $0.value == value }
    }
  }

  /// Whether a server of another origin has the URL in a Referer header.
  func wasToldAsReferer(_ url: WireURL) -> Bool {
    let text = url.origin + url.requestTarget
    return sentRequests.contains { sent in
      sent.request.url.origin != url.origin && sent.request.headers["Referer"] == text
    }
  }

  /// Whether a server was asked for the URL, and so wrote it into its access log.
  func wasLogged(_ url: WireURL) -> Bool {
    sentRequests.contains { sent in
      sent.request.url.origin == url.origin
        && sent.request.url.requestTarget == url.requestTarget
    }
  }
}
