import Trace
import Wire

/// The requests of people and attackers as curl commands, in their order.
enum CurlExport {
  static func text(_ document: RunDocument) -> String {
    var out = ["#!/bin/sh", "# \(comment(document.name))"]
    if !document.reveals {
      out.append("# Secrets stand by their names, {sid#1}: put values in their place.")
    }
    for exchange in document.exchanges where document.party(exchange.from).kind.isClient {
      let from = document.party(exchange.from).title
      let step = document.trace.steps[exchange.step].id.description
      out += ["", "# \(exchange.number)  \(comment(from)), step \(comment(step))"]
      out.append(command(exchange.request).joined(separator: " \\\n  "))
    }
    return out.joined(separator: "\n") + "\n"
  }

  private static func command(_ request: Request) -> [String] {
    var out = ["curl --silent --show-error --include --globoff --request \(request.method)"]
    out += request.headers.fields.map { "--header \(quoted("\($0.name): \($0.value)"))" }
    if !request.body.isEmpty { out.append("--data-raw \(quoted(request.body))") }
    out.append(quoted(request.url.text))
    return out
  }

  /// In single quotes a shell reads nothing but the quote itself.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }

  private static func comment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }
}
