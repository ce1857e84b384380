import Wire

/// Reads the lines of a saved run up to the first that is not as it was written.
struct SavedRunReader {
  private let bytes: [UInt8]
  private let buffer: UnsafeBufferPointer<UInt8>
  /// The line at hand, from 1, and where its bytes lie, without the line break.
  private var number = 0
  private var range = 0..<0
  private var limits = LineLimits()
  private var digests: [String] = []

  init(_ bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.buffer = buffer
  }

  mutating func read() throws(SavedRunError) -> (run: SavedRun, damage: Damage?) {
    guard nextLine() else { throw .empty }
    let header = try header()
    var body = SavedRunBody(header)
    let damage = steps(into: &body)
    return (body.run, damage)
  }

  // Lines.

  /// Goes to the next line; false at the end of the file.
  private mutating func nextLine() -> Bool {
    let start = number == 0 ? 0 : range.upperBound + 1
    guard start < buffer.count else { return false }
    var end = start
    while end < buffer.count, buffer[end] != 10 { end += 1 }
    number += 1
    range = start..<end
    return true
  }

  private var endsWithBreak: Bool { range.upperBound < buffer.count }

  private func damage(_ kind: Damage.Kind, step: String? = nil, at offset: Int? = nil) -> Damage {
    Damage(line: number, step: step, offset: offset ?? range.lowerBound, kind: kind)
  }

  /// A reader behind the digest of the line at hand.
  private func lineReader() -> LineReader {
    LineReader(
      buffer, range.lowerBound + LineDigest.length..<range.upperBound, limits: limits)
  }

  // The first line.

  private mutating func header() throws(SavedRunError) -> SavedRunHeader {
    guard LineDigest.isPresent(in: bytes[range]) else { throw .notASavedRun }
    guard LineDigest.verified(bytes[range]) != nil else {
      throw .damaged(damage(endsWithBreak ? .altered(areas: []) : .cutOff))
    }
    var line = lineReader()
    do throws(LineError) {
      let header = try SavedRunHeader(from: &line, bytes)
      limits = line.limits
      digests = [header.digest]
      return header
    } catch {
      if let newer = SavedRunHeader.newerFormat(lineReader()) { throw newer }
      throw .damaged(damage(.malformed(error.problem), at: error.offset))
    }
  }

  // The steps and the end.

  private mutating func steps(into body: inout SavedRunBody) -> Damage? {
    while nextLine() {
      guard let digest = LineDigest.verified(bytes[range]) else { return brokenLine(body) }
      var line = lineReader()
      let name = StepID.peek(lineReader())?.description
      do throws(LineError) {
        let found: Int = try line.field("line")
        guard found == number else { return damage(.outOfOrder(expected: number), step: name) }
        if line.hasMember("end") {
          try body.finish(from: &line)
          return end(&line, &body)
        }
        try body.addStep(from: &line)
        limits = line.limits
        digests.append(digest)
      } catch {
        return damage(.malformed(error.problem), step: name, at: error.offset)
      }
    }
    number += 1
    range = buffer.count..<buffer.count
    return damage(.missingEnd)
  }

  /// After the last line: it must belong to the lines before it, and nothing may follow.
  private mutating func end(_ line: inout LineReader, _ body: inout SavedRunBody) -> Damage? {
    do throws(LineError) {
      digests.append(body.endDigest)
      let whole = LineDigest.hex(Array(digests.joined(separator: "\n").utf8))
      let carried: String = try line.field("whole")
      try line.expect(UInt8(ascii: "}"))
      guard line.isAtEnd else { throw line.error("something follows the line's last member") }
      guard carried == whole else { return damage(.foreignEnd) }
    } catch {
      return damage(.malformed(error.problem), at: error.offset)
    }
    body.close()
    return nextLine() ? damage(.trailing) : nil
  }

  /// The digest does not fit: says as well as it can what is left of the line.
  private func brokenLine(_ body: SavedRunBody) -> Damage {
    let hasMember = LineDigest.isPresent(in: bytes[range])
    guard hasMember else {
      return damage(endsWithBreak ? .altered(areas: []) : .cutOff, at: endOfFile)
    }
    var line = lineReader()
    let name = StepID.peek(lineReader())?.description
    do throws(LineError) {
      let _: Int = try line.field("line")
      var copy = body
      guard !line.hasMember("end") else {
        try copy.finish(from: &line)
        try line.expect(UInt8(ascii: ","))
        return damage(endsWithBreak ? .altered(areas: []) : .cutOff, at: endOfFile)
      }
      let areas = try copy.alteredAreas(from: &line)
      return damage(.altered(areas: areas), step: name)
    } catch {
      if !endsWithBreak { return damage(.cutOff, step: name, at: range.upperBound) }
      return damage(.altered(areas: []), step: name, at: error.offset)
    }
  }

  private var endOfFile: Int? { endsWithBreak ? nil : range.upperBound }
}

extension StepID {
  /// The step that a line says it is of, when that much can be read.
  fileprivate static func peek(_ line: LineReader) -> StepID? {
    var line = line
    let number: Int? = try? line.field("line")
    return number.flatMap { _ in try? line.field("step") }
  }
}
