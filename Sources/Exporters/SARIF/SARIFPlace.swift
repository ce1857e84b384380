import Wire

/// Where a finding lies (3.28): in a file, in a step of a run, or both.
package struct SARIFPlace: Sendable {
  /// The file's path; nil where the source is no file.
  package var file: String?
  /// From 1; nil for the file as a whole. Columns count characters, the end is exclusive.
  package var line: Int?
  package var columns: Range<Int>?
  /// The step or message, and the party: "login/2" and "app".
  package var step: String?
  package var party: String?

  package init(file: String? = nil, line: Int? = nil, columns: Range<Int>? = nil) {
    self.file = file
    self.line = line
    self.columns = columns
  }

  var json: JSONValue {
    var out = JSONObject()
    if let file {
      var physical: JSONObject = ["artifactLocation": ["uri": .string(Self.uri(file))]]
      if let line { physical["region"] = .object(region(line)) }
      out["physicalLocation"] = .object(physical)
    }
    let logical = [(step, "function"), (party, "module")].compactMap { name, kind in
      name.map { JSONValue.object(["name": .string($0), "kind": .string(kind)]) }
    }
    if !logical.isEmpty { out["logicalLocations"] = .array(logical) }
    return .object(out)
  }

  private func region(_ line: Int) -> JSONObject {
    var out: JSONObject = ["startLine": .integer(line)]
    if let columns {
      out["startColumn"] = .integer(columns.lowerBound)
      out["endColumn"] = .integer(columns.upperBound)
    }
    return out
  }

  /// A path as a URI reference (RFC 3986 4.1); from the root as a file's URL.
  static func uri(_ path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }
}
